package nl.ruggespraak;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.ruggespraak.database.FreshDatabase;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.process.OwnEngine;
import nl.ruggespraak.process.PassedElements;
import nl.ruggespraak.process.RealClock;
import nl.ruggespraak.site.StrangerOfEachTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * The whole application on a random port, on a fresh database of a PostgreSQL that all tests of this JVM share. It
 * counts as the embedded one, so the demo network is there. Nothing runs in the background: a test fires jobs and
 * timers itself.
 *
 * <p>Tests with the same configuration share one application and its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        classes = RuggespraakApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            // The random port is not known before the start.
            "ruggespraak.url=http://localhost:8080${server.servlet.context-path:}",
            // All tests come from one address.
            "ruggespraak.limits.sign-in-per-address=1000000 per 1m",
            "ruggespraak.limits.password-changes-per-person=1000000 per 1m",
            "ruggespraak.limits.requests-per-link=1000000 per 1m",
            "ruggespraak.limits.wrong-links-per-address=1000000 per 1m",
            "ruggespraak.limits.sign-in-elsewhere-per-address=1000000 per 1m",
            "ruggespraak.limits.forgotten-passwords-per-address=1000000 per 1m",
            "ruggespraak.limits.forms-per-person=1000000 per 1m",
            // Slow hashes are for people who guess.
            "ruggespraak.passwords.bcrypt-strength=4"
        })
@Import({
    EngineByHand.class,
    MeetingFixture.class,
    LinkFixture.class,
    CycleRows.class,
    PassedElements.class,
    StrangerOfEachTest.class
})
@ExtendWith({RealClock.class, OwnEngine.class})
@ContextCustomizerFactories(FreshDatabase.class)
public @interface RuggespraakTest {}
