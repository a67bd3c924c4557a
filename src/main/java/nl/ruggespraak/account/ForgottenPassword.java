package nl.ruggespraak.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.notice.PasswordNotice;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.site.PasswordsOffered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a link to whoever has forgotten a password. Whoever asks learns nothing of who is known here, neither by words nor by time. */
@Service
public class ForgottenPassword {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPassword.class);

    /** Nobody gets two such mails within this time. */
    private static final Duration QUIET = Duration.ofMinutes(5);

    private static final int LONGEST = 254;

    /** An address is seldom shared by more, and nobody gets a heap of mails. */
    private static final int MOST = 10;

    private final People people;
    private final PasswordsOffered offered;
    private final PasswordNotice notice;
    private final TransactionTemplate transaction;
    private final TaskExecutor background;
    private final Clock clock;

    ForgottenPassword(
            People people,
            PasswordsOffered offered,
            PasswordNotice notice,
            TransactionTemplate transaction,
            @Qualifier("applicationTaskExecutor") TaskExecutor background,
            Clock clock) {
        this.people = people;
        this.offered = offered;
        this.notice = notice;
        this.transaction = transaction;
        this.background = background;
        this.clock = clock;
    }

    /** Sends links to those who have this user name or mail address, in the background. Whoever shares an address gets one for each user name. */
    public void ask(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            return;
        }
        try {
            background.execute(() -> send(name));
        } catch (TaskRejectedException full) {
            LOG.warn("A forgotten password was not answered: too many ask at once");
        }
    }

    private void send(String name) {
        try {
            transaction.executeWithoutResult(status -> notice.forgotten(
                    meant(name), slot(), PasswordPurpose.FORGOTTEN.lifetime().toMinutes()));
        } catch (RuntimeException e) {
            LOG.error("A mail for a forgotten password could not be posted", e);
        }
    }

    private List<Person> meant(String name) {
        List<String> addresses = name.contains("@")
                ? EmailAddresses.spellings(name).stream()
                        .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        return people.called(name, addresses).stream()
                .filter(Person::active)
                .filter(offered::to)
                .limit(MOST)
                .toList();
    }

    private Instant slot() {
        long seconds = QUIET.toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
    }
}
