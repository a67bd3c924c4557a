package nl.ruggespraak.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A colleague who has not answered yet.
 *
 * @param colleague key of the person
 * @param askedAt when the meeting was announced to the person; null when nobody knows
 * @param remindedAt when the person was last reminded or nudged
 * @param refusal why the person cannot be nudged now, if so
 */
public record Unanswered(
        String colleague,
        String name,
        @Nullable Instant askedAt,
        @Nullable Instant remindedAt,
        @Nullable NudgeRefusal refusal) {}
