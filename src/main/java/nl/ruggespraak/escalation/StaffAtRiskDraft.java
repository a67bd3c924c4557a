package nl.ruggespraak.escalation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People at risk as a department head typed them; nothing of it is checked yet. */
public record StaffAtRiskDraft(
        @Nullable String occupation,
        @Nullable Long headcount,
        @Nullable String region,
        @Nullable LocalDate from) {}
