package nl.ruggespraak.reportback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The personal answer to one colleague, on an ask that was carried or on a lead that concerns the colleague.
 *
 * @param recipient key of the colleague
 * @param ask id of the ask that it answers; null when it answers none
 * @param lead id of the (first) lead that it tells of; null when nothing was found
 * @param withRepresentative whether the colleague has left and the cycle's representative sees it through
 * @param nextStepOn when the colleague wants to be asked again
 */
public record ReportBack(
        long id,
        String cycle,
        String recipient,
        @Nullable Long ask,
        @Nullable Long lead,
        String text,
        boolean asksForAction,
        ReportBackStatus status,
        boolean withRepresentative,
        @Nullable LocalDate nextStepOn,
        @Nullable Instant sentAt) {}
