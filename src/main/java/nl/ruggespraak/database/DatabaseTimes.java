package nl.ruggespraak.database;

import java.time.Duration;
import nl.ruggespraak.shared.LongWork;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one statement may take in the database, {@code ruggespraak.database.time.*}.
 *
 * @param requests of somebody who waits for an answer
 * @param jobs of what runs in the background, and of the few pages that take long and are known to ({@link LongWork})
 */
@ConfigurationProperties("ruggespraak.database.time")
record DatabaseTimes(
        @DefaultValue("10s") Duration requests,
        @DefaultValue("2m") Duration jobs) {}
