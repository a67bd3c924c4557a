package nl.ruggespraak.escalation;

import java.time.Instant;

/** Tells the process engine what happened to escalations. */
public interface EscalationProcess {

    /** A director is asked and decides until the due moment; a while later the deputy does. */
    void directorAsked(Escalation escalation, Instant dueAt, Instant overdueAt);

    /** Somebody else sees it through from now on. */
    void handedOver(Escalation escalation, EscalationHandover handover);

    /** Somebody else answers the inquiry instead of a department head. */
    void inquiryHandedOver(Escalation escalation, EscalationHandover handover);
}
