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
 * @param candidate name of the person whom it is about, for the own organisation only; null when it is not about one or was not told
 * @param pitch what other organisations may read about the candidate; without a name
 * @param agreedOn when the candidate agreed that this is shared
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
        @Nullable String candidate,
        String pitch,
        @Nullable LocalDate agreedOn,
        boolean late,
        boolean carried) {

    /** Whether there is a ground to share it: a candidate must have agreed. */
    public boolean hasGround() {
        return kind != AskKind.CANDIDATE || agreedOn != null;
    }
}
