package nl.ruggespraak.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A lead as a representative typed it; nothing of it is checked yet. */
public record LeadDraft(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String details,
        @Nullable String occupation,
        @Nullable String region,
        @Nullable Long headcount,
        @Nullable LocalDate startsOn,
        @Nullable String organisation,
        @Nullable String contact,
        @Nullable Long answersAsk) {}
