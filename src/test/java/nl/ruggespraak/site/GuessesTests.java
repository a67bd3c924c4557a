package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** What counts as a guess. */
class GuessesTests {

    private static final Limit FIVE = new Limit(5, Duration.ofMinutes(5));
    private static final Limits LIMITS = new Limits(FIVE, FIVE, FIVE, FIVE, FIVE, FIVE, FIVE, FIVE, FIVE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    private final AtomicInteger asked = new AtomicInteger();
    private boolean outage;

    private final SignIn signIn = new SignIn(
            typed -> typed,
            new Identities() {

                @Override
                public boolean opens(String user, String password) {
                    asked.incrementAndGet();
                    if (outage) {
                        throw new DataAccessResourceFailureException("The database is away");
                    }
                    return password.equals("right");
                }

                @Override
                public Optional<Account> account(String user) {
                    return Optional.of(new Account(Set.of(), ""));
                }

                @Override
                public void follow(String person) {}
            },
            LIMITS,
            CLOCK);

    @Test
    void anOutageOfTheDatabaseIsNoGuess() {
        outage = true;
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> signIn("right")).isInstanceOf(DataAccessResourceFailureException.class);
        }
        outage = false;
        assertThat(signIn("right").isAuthenticated()).isTrue();
    }

    @Test
    void aRightPasswordIsNoGuess() {
        for (int i = 0; i < 100; i++) {
            assertThat(signIn("right").isAuthenticated()).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsOneAndNoneIsTriedAfterTheLast() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(TooMany.class);
        assertThatThrownBy(() -> signIn("right")).isInstanceOf(TooMany.class);
        assertThat(asked).hasValue(5);
    }

    @Test
    void namesThatNoAccountCanHaveAreCountedAsOne() {
        for (int i = 0; i < 5; i++) {
            String name = i + "x".repeat(1_000_000);
            assertThatThrownBy(() -> signIn(name, "wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn("y".repeat(65), "wrong")).isInstanceOf(TooMany.class);
    }

    private Authentication signIn(String password) {
        return signIn("somebody", password);
    }

    private Authentication signIn(String user, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, password));
    }
}
