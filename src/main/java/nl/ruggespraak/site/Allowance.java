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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is left of a limit to everybody who is counted by it. Whoever has not come for its whole time is forgotten: nothing of theirs is used up. */
class Allowance {

    private static final long MOST_COUNTED = 100_000;

    /** So long an attempt waits until others of the same kind have ended. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Limit limit;
    private final TimeMeter time;
    private final Cache<String, Counted> counted;

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
        ConsumptionProbe probe = of(who).bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(probe.getNanosToWaitForRefill(), 1)));
    }

    /**
     * Begins an attempt that is counted only if it fails. As many may be under way at a time as may still fail, so that nobody fails more often by trying
     * at once; one more waits until another has ended.
     *
     * @throws TooMany when nothing is left, or when the wait was long
     */
    Attempt begin(String who) {
        return of(who).begin();
    }

    /** One attempt under way. */
    interface Attempt extends AutoCloseable {

        /** It failed, and counts. */
        void fail();

        /** It has ended. */
        @Override
        void close();
    }

    private Counted of(String who) {
        return counted.get(who, ignored -> new Counted(limit, time));
    }

    /** What somebody has left, and how many attempts are under way. */
    private static final class Counted {

        private final Bucket bucket;
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Condition ended = lock.newCondition();
        private int underWay;

        Counted(Limit limit, TimeMeter time) {
            this.bucket = Bucket.builder()
                    .addLimit(
                            bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                    .withCustomTimePrecision(time)
                    .build();
        }

        Attempt begin() {
            lock.lock();
            try {
                long left = LONGEST_WAIT.toNanos();
                while (underWay >= bucket.getAvailableTokens()) {
                    if (underWay == 0 || left <= 0) {
                        throw new TooMany(untilNext());
                    }
                    left = ended.awaitNanos(left);
                }
                underWay++;
                return new UnderWay();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TooMany(untilNext());
            } finally {
                lock.unlock();
            }
        }

        private Duration untilNext() {
            return Duration.ofNanos(Math.max(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill(), 1));
        }

        private final class UnderWay implements Attempt {

            private boolean failed;

            @Override
            public void fail() {
                failed = true;
            }

            @Override
            public void close() {
                lock.lock();
                try {
                    underWay--;
                    if (failed) {
                        bucket.tryConsume(1);
                    }
                    ended.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }
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
