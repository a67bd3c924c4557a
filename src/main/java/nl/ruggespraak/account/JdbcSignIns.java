package nl.ruggespraak.account;

import static java.util.function.Function.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.AccountState;
import nl.ruggespraak.people.AccountStates;
import nl.ruggespraak.people.PasswordHolders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Repository;

/** Notes who comes in by the sign-in page, and tells how far people are with their accounts. */
@Repository
class JdbcSignIns implements AccountStates {

    private final JdbcClient jdbc;
    private final PasswordHolders holders;
    private final Clock clock;

    JdbcSignIns(JdbcClient jdbc, PasswordHolders holders, Clock clock) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.clock = clock;
    }

    @EventListener
    void cameIn(InteractiveAuthenticationSuccessEvent signIn) {
        jdbc.sql("""
                        with invited as (delete from ruggespraak.invitation where person = :person)
                        insert into ruggespraak.sign_in (person, at) select key, :now from ruggespraak.person where key = :person
                        on conflict (person) do update set at = excluded.at
                        """)
                .param("person", signIn.getAuthentication().getName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Map<String, AccountState> of(Collection<String> persons) {
        Set<String> without = holders.without(persons);
        Map<String, AccountState> states = new HashMap<>(persons.stream()
                .distinct()
                .collect(Collectors.toMap(
                        identity(), person -> new AccountState(!without.contains(person), null, null))));
        jdbc.sql("""
                        select p.key, i.invited_at, s.at from ruggespraak.person p
                        left join ruggespraak.invitation i on i.person = p.key left join ruggespraak.sign_in s on s.person = p.key
                        where p.key = any(:persons)
                        """).param("persons", persons.toArray(String[]::new)).query(row -> {
            String person = row.getString("key");
            states.put(
                    person, new AccountState(!without.contains(person), moment(row, "invited_at"), moment(row, "at")));
        });
        return states;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
