package nl.ruggespraak.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody choose the own language, say when they are away, and whether reminders come. */
@Service
public class ChangeOwnAccount {

    private static final int YEARS_AHEAD = 2;

    private final JdbcOwnAccounts accounts;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeOwnAccount(JdbcOwnAccounts accounts, People people, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** What this person has chosen; nothing of an account that is nobody's whom we know. */
    @Transactional(readOnly = true)
    public Optional<OwnAccount> of(String person) {
        return accounts.find(person);
    }

    /**
     * Keeps what this person chooses.
     *
     * @throws nl.ruggespraak.shared.Refusal with the fields {@code language}, {@code awayFrom} and {@code awayUntil}
     */
    @Transactional
    public void change(String person, OwnAccount chosen) {
        LocalDate today = LocalDate.now(clock);
        Checks checks = new Checks();
        Checks.Row plain = checks.plain();
        plain.require(Languages.areSpoken(Locale.forLanguageTag(chosen.language())), "language", "unknown");
        LocalDate from = chosen.awayFrom();
        LocalDate until = chosen.awayUntil();
        plain.require(from != null || until == null, "awayFrom", "missing");
        plain.require(until != null || from == null, "awayUntil", "missing");
        plain.day("awayUntil", until, today, YEARS_AHEAD);
        plain.require(from == null || until == null || !until.isBefore(from), "awayUntil", "beforeFrom");
        checks.refuseIfAny();
        if (accounts.keep(person, chosen)) {
            audit.record(
                    Action.OWN_ACCOUNT_CHANGED,
                    "person/" + person,
                    people.get(person).organisation(),
                    details(chosen, from, until));
        }
    }

    private static String details(OwnAccount chosen, @Nullable LocalDate from, @Nullable LocalDate until) {
        return chosen.language()
                + (from == null ? "" : ", away " + from + "/" + until)
                + (chosen.reminders() ? "" : ", no reminders");
    }
}
