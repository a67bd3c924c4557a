package nl.ruggespraak.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

public interface AsksTheClockOfTheMachine {

    record OfToday(Instant now) {
        public OfToday() {
            this(Instant.now());
        }
    }

    record OfAZone(LocalDate today) {
        public OfAZone() {
            this(LocalDate.now(ZoneOffset.UTC));
        }
    }

    record OfADate(long now) {
        public OfADate() {
            this(new Date().getTime());
        }
    }

    record OfItsOwn(Clock clock) {
        public OfItsOwn() {
            this(Clock.systemUTC());
        }
    }

    record OfTheSystem(long now) {
        public OfTheSystem() {
            this(System.currentTimeMillis());
        }
    }
}
