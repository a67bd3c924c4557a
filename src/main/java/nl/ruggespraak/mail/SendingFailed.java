package nl.ruggespraak.mail;

/** The mail server did not say yes. The message tells why, without the recipient's address. */
class SendingFailed extends Exception {

    private final boolean answerLost;

    SendingFailed(String reason, boolean answerLost) {
        super(reason);
        this.answerLost = answerLost;
    }

    /** Whether the server may have taken the mail nevertheless, because only its answer did not come. */
    boolean answerLost() {
        return answerLost;
    }
}
