package nl.ruggespraak.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ruggespraak.notice.PasswordNotice;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.SignInName;
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
        Optional<SignInName> name = SignInName.read(typed);
        if (name.isEmpty()) {
            return;
        }
        try {
            background.execute(() -> send(name.get()));
        } catch (TaskRejectedException full) {
            LOG.warn("A forgotten password was not answered: too many ask at once");
        }
    }

    private void send(SignInName name) {
        try {
            transaction.executeWithoutResult(status -> notice.forgotten(
                    meant(name), slot(), PasswordPurpose.FORGOTTEN.lifetime().toMinutes()));
        } catch (RuntimeException e) {
            LOG.error("A mail for a forgotten password could not be posted", e);
        }
    }

    private List<Person> meant(SignInName name) {
        return people.called(name).stream()
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
