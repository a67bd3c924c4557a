package nl.ruggespraak.ask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague gives along to a meeting.
 *
 * @param cycle key of the meeting cycle
 * @param colleague key of the person who asks
 * @param place row of the form, from 1
 * @param occupation key; null when it does not matter
 * @param region key; null when it does not matter
 * @param headcount how many people it is about
 * @param late whether it came after the asks had closed
 * @param carried whether the representative takes it along
 */
public record Ask(
        long id,
        String cycle,
        String colleague,
        int place,
        AskKind kind,
        String title,
        String details,
        @Nullable String occupation,
        @Nullable String region,
        int headcount,
        @Nullable LocalDate availableFrom,
        boolean late,
        boolean carried) {}
