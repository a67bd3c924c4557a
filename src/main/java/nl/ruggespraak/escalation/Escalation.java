package nl.ruggespraak.escalation;

import java.time.Instant;
import nl.ruggespraak.meeting.MeetingCycle;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is too big for one adviser, and what the director made of it.
 *
 * @param lead id of the lead
 * @param reason why the director is asked, in a sentence
 * @param director key of who decides: the director or, later, the deputy
 * @param decision null until decided
 * @param decisionReason why it was decided so; empty when nothing was said
 * @param decidedBy key of the person who decided
 * @param inquiryEndsAt until when the departments answer; null without an inquiry
 * @param handovers how often it was handed to somebody else
 */
public record Escalation(
        long id,
        String cycle,
        long lead,
        String reason,
        String director,
        EscalationStatus status,
        @Nullable Decision decision,
        String decisionReason,
        @Nullable String decidedBy,
        @Nullable Instant inquiryEndsAt,
        Instant askedAt,
        int handovers) {

    /** The key of the organisation that it is about. */
    String organisation() {
        return MeetingCycle.organisationOf(cycle);
    }

    /** What it is called in the audit trail. */
    String subject() {
        return "escalation/" + id;
    }
}
