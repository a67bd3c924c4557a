package nl.ruggespraak.ask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of asks as a colleague typed it; nothing of it is checked yet. */
public record AskDraft(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String details,
        @Nullable String occupation,
        @Nullable String region,
        @Nullable Long headcount,
        @Nullable LocalDate availableFrom,
        @Nullable String candidate,
        @Nullable String pitch,
        @Nullable LocalDate agreedOn) {}
