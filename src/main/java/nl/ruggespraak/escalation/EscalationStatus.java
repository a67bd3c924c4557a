package nl.ruggespraak.escalation;

/** How far an escalation has come. */
public enum EscalationStatus {
    ASKED,
    DECLINED,
    INQUIRY,
    SEEKING_DEAL,
    AGREED,
    NOT_AGREED,
    BOOKED
}
