package nl.ruggespraak.mail;

/** The mail server did not say yes. The message tells why, without the recipient's address. */
class SendingFailed extends Exception {

    private final Kind kind;

    SendingFailed(String reason, Kind kind) {
        super(reason);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
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
