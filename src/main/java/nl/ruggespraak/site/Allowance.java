package nl.ruggespraak.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is left of a limit to everybody who is counted by it. Whoever has not come for its whole time is forgotten: nothing of theirs is used up. */
class Allowance {

    private static final long MOST_COUNTED = 100_000;

    private final Limit limit;
    private final TimeMeter time;
    private final Cache<String, Bucket> counted;

    Allowance(Limit limit, Clock clock) {
        this.limit = limit;
        this.time = new TimeOf(clock);
        this.counted = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterAccess(limit.within())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** Takes one, or tells how long to wait for the next; then nothing is taken. */
    Optional<Duration> take(String who) {
        ConsumptionProbe probe = of(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(probe.getNanosToWaitForRefill(), 1)));
    }

    void giveBack(String who) {
        of(who).addTokens(1);
    }

    private Bucket of(String who) {
        return counted.get(
                who,
                ignored -> Bucket.builder()
                        .addLimit(bandwidth ->
                                bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private record TimeOf(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
