package nl.ruggespraak.reportback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a colleague said came of a report-back. */
public record FollowUp(
        Outcome outcome,
        String details,
        int headcount,
        @Nullable LocalDate nextStepOn,
        String recordedBy,
        Instant recordedAt) {}
