package nl.ruggespraak.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.notice.PasswordNotice;
import nl.ruggespraak.people.PasswordHolders;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.PasswordsOffered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invites people who have no password to choose one, at most once a day. Many are invited in the background, a batch in a transaction; what a restart interrupts
 * goes on after it.
 */
@Service
public class InvitePeople {

    private static final Logger LOG = LoggerFactory.getLogger(InvitePeople.class);
    private static final int BATCH = 200;
    private static final int NAMED = 20;

    private final JdbcInvitations invitations;
    private final PasswordHolders holders;
    private final PasswordsOffered offered;
    private final People people;
    private final EmailAddresses addresses;
    private final PasswordNotice notice;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TaskExecutor background;
    private final Clock clock;
    private final ZoneId zone;

    InvitePeople(
            JdbcInvitations invitations,
            PasswordHolders holders,
            PasswordsOffered offered,
            People people,
            EmailAddresses addresses,
            PasswordNotice notice,
            AuditTrail audit,
            TransactionTemplate transaction,
            @Qualifier("applicationTaskExecutor") TaskExecutor background,
            Clock clock,
            @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.invitations = invitations;
        this.holders = holders;
        this.offered = offered;
        this.people = people;
        this.addresses = addresses;
        this.notice = notice;
        this.audit = audit;
        this.transaction = transaction;
        this.background = background;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Invites one person, also one who has a password and has forgotten it.
     *
     * @throws Refusal with the field {@code person} and why
     */
    @Transactional
    public void invite(String key) {
        Person person = people.find(key)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.of("person", "refusal.invitation.unknown", key));
        if (!offered.to(person)) {
            throw Refusal.of("person", "refusal.invitation.elsewhere", person.name());
        }
        if (addresses.find(person.email()).isEmpty()) {
            throw Refusal.of("person", "refusal.invitation.unreachable", person.name());
        }
        if (post(List.of(person)).isEmpty()) {
            throw Refusal.of("person", "refusal.invitation.today", person.name());
        }
    }

    /**
     * Invites everybody who has no password, in the background.
     *
     * @param organisation whose people are invited; null for everybody
     * @throws Refusal while others are being invited; where something broke in the middle of that, it goes on
     */
    public void inviteAll(@Nullable String organisation, String administrator) {
        try {
            begin(organisation, administrator);
        } finally {
            background.execute(this::goOn);
        }
    }

    private void begin(@Nullable String organisation, String administrator) {
        transaction.executeWithoutResult(status -> {
            long id = invitations
                    .begin(organisation, administrator, clock.instant())
                    .orElseThrow(() -> Refusal.of("organisation", "refusal.invitation.busy"));
            audit.record(Action.PEOPLE_INVITED, "invitation-round/" + id, organisation, "");
        });
    }

    /** Goes on with what the end of the application interrupted. */
    @EventListener(ApplicationReadyEvent.class)
    void goOnAfterTheStart() {
        background.execute(this::goOn);
    }

    private void goOn() {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(
                        status -> invitations.take().map(this::inviteNext).orElse(false)));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "People could not be invited; the next start goes on with it, or whoever presses the button again",
                    e);
        }
    }

    /** Returns whether there may be more. */
    private boolean inviteNext(InvitationRound round) {
        List<String> next = invitations.next(round.organisation(), round.after(), BATCH);
        Set<String> without = holders.without(next);
        List<Person> toInvite =
                people.all(without).values().stream().filter(offered::to).toList();
        int invited = toInvite.isEmpty() ? 0 : post(toInvite).size();
        if (!next.isEmpty()) {
            invitations.advance(round.id(), next.get(next.size() - 1), next.size(), invited);
        }
        if (next.size() < BATCH) {
            invitations.finish(round.id(), clock.instant());
            return false;
        }
        return true;
    }

    /** Returns the keys of those to whom a mail leaves: whoever has got one today, or has no address, gets none. */
    private Set<String> post(List<Person> persons) {
        Instant now = clock.instant();
        Set<String> invited = notice.invite(
                persons,
                people.withOwnAddress(persons.stream().map(Person::key).toList()),
                LocalDate.ofInstant(now, zone),
                PasswordPurpose.INVITATION.lifetime().toDays());
        invitations.invited(invited, now);
        return invited;
    }

    /** How it stands. */
    @Transactional(readOnly = true)
    public Standing standing() {
        return new Standing(
                invitations.people(),
                holders.count(),
                invitations.invited(),
                invitations.unreachable(NAMED),
                invitations.newest());
    }

    /**
     * How many can sign in.
     *
     * @param people who take part
     * @param withPassword accounts that have a password
     * @param invited who were invited and have not come in
     * @param unreachable the first names of those whom no mail reaches
     * @param newest the newest invitation of many
     */
    public record Standing(
            int people, long withPassword, long invited, List<String> unreachable, Optional<InvitationRound> newest) {

        /** How many cannot sign in by a password. */
        public long without() {
            return Math.max(0, people - withPassword);
        }
    }
}
