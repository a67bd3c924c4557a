package nl.ruggespraak.mail;

/** How far a mail has come. */
public enum MailStatus {
    /** There is no mail server; it is only shown. */
    KEPT,
    /** Written, and waiting for its delivery. */
    POSTED,
    /** Being given to the mail server; who finds it so afterwards does not know whether the server took it. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The last attempt failed; it is tried again. */
    FAILED,
    /** The mail server will never take it for this address; it is not tried again. */
    REFUSED
}
