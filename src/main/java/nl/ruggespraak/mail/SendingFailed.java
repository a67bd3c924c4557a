package nl.ruggespraak.mail;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The mail server did not say yes. The message tells why, without the recipient's address. */
class SendingFailed extends Exception {

    private final Kind kind;
    private final String sentence;
    private final String said;

    /**
     * @param reason why, in the language of the installation
     * @param sentence key of the same
     * @param said what the sentence is filled with
     */
    SendingFailed(String reason, Kind kind, String sentence, String said) {
        super(reason);
        this.kind = kind;
        this.sentence = sentence;
        this.said = said;
    }

    Kind kind() {
        return kind;
    }

    /** Why, in this language. */
    String reason(MessageSource messages, Locale language) {
        return messages.getMessage(sentence, new Object[] {said}, language);
    }

    /** What the failure means for the mail. */
    enum Kind {
        /** The server does not have it, and may take it later. */
        TRY_AGAIN,
        /** The server may have taken it nevertheless, because only its answer did not come. */
        ANSWER_LOST,
        /** The server said no to this mail, and would say so each time. */
        REFUSED_FOR_GOOD
    }
}
