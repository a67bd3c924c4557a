package nl.ruggespraak.ask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A carried ask as other organisations see it.
 *
 * @param organisation key of the one whose ask it is
 * @param title what it is about; of a candidate the pitch, which may be empty, and never the title
 * @param details empty for a candidate
 * @param name of the candidate, when it was released to the reader; null otherwise
 */
public record SharedAsk(
        long id,
        String organisation,
        AskKind kind,
        String title,
        String details,
        @Nullable String occupation,
        @Nullable String region,
        int headcount,
        @Nullable LocalDate availableFrom,
        @Nullable String name) {}
