package nl.ruggespraak.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which organisations are members of which networks, and until when. */
@Repository
class JdbcMembers {

    private final JdbcClient jdbc;

    JdbcMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> all() {
        return select(null);
    }

    Optional<Member> find(String organisation) {
        return select(organisation).stream().findAny();
    }

    private List<Member> select(@Nullable String organisation) {
        Map<String, Member> members = new LinkedHashMap<>();
        jdbc.sql("""
                        select o.key, o.name, o.closed_on, m.network, n.name as network_name, m.ends_on,
                            (select count(*) from ruggespraak.person p where p.organisation = o.key and p.active) as people
                        from ruggespraak.organisation o
                        left join ruggespraak.membership m on m.organisation = o.key left join ruggespraak.network n on n.key = m.network
                        where :organisation::text is null or o.key = :organisation
                        order by o.name, o.key, n.name
                        """).param("organisation", organisation).query((ResultSet row) -> add(members, row));
        return List.copyOf(members.values());
    }

    private static void add(Map<String, Member> members, ResultSet row) throws SQLException {
        Member member = members.get(row.getString("key"));
        if (member == null) {
            member = new Member(
                    row.getString("key"),
                    row.getString("name"),
                    row.getObject("closed_on", LocalDate.class),
                    row.getInt("people"),
                    new ArrayList<>());
            members.put(member.key(), member);
        }
        String network = row.getString("network");
        if (network != null) {
            member.memberships()
                    .add(new Membership(
                            network, row.getString("network_name"), row.getObject("ends_on", LocalDate.class)));
        }
    }

    /** Ends a membership from a day on, or lets it go on; false when there is none, or it is so already. */
    boolean end(String network, String organisation, @Nullable LocalDate from) {
        return jdbc.sql("""
                                update ruggespraak.membership set ends_on = :from
                                where network = :network and organisation = :organisation and ends_on is distinct from :from::date
                                """)
                        .param("from", from)
                        .param("network", network)
                        .param("organisation", organisation)
                        .update()
                == 1;
    }

    /** Closes an organisation; false when it is closed. */
    boolean close(String organisation, LocalDate today) {
        return jdbc.sql(
                                "update ruggespraak.organisation set closed_on = :today where key = :organisation and closed_on is null")
                        .param("today", today)
                        .param("organisation", organisation)
                        .update()
                == 1;
    }

    /** Opens an organisation again; false when it is open. */
    boolean open(String organisation) {
        return jdbc.sql(
                                "update ruggespraak.organisation set closed_on = null where key = :organisation and closed_on is not null")
                        .param("organisation", organisation)
                        .update()
                == 1;
    }

    /** Lets nobody of an organisation take part any more; answers who did. */
    List<String> letGo(String organisation) {
        return jdbc.sql(
                        "update ruggespraak.person set active = false where organisation = :organisation and active returning key")
                .param("organisation", organisation)
                .query(String.class)
                .list();
    }

    /** Whether somebody of another organisation, or of none, administers the installation. */
    boolean isAdministeredFromElsewhere(String organisation) {
        return jdbc.sql("""
                        select exists (select 1 from ruggespraak.person p
                            join ruggespraak.person_role r on r.person = p.key and r.role = 'ADMINISTRATOR'
                            where p.active and p.organisation is distinct from :organisation)
                        """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }
}
