package nl.ruggespraak.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Removes the demo network from our tables. It follows every reference that the database knows, so that no table is forgotten that somebody adds: what must
 * have a row that goes, or is deleted along with it, goes as well; what only may have it stays, without it.
 */
@Repository
class JdbcDemoRemoval {

    /** Columns that may be empty, and yet say to whom or to what a row belongs. */
    private static final Set<String> BELONGS = Set.of("organisation of person", "cycle of mail");

    private static final String PEOPLE = """
            (organisation in ('lnv', 'rws', 'odbn', 'meierij')
                or organisation is null and key in ('chair', 'admin') and email like '%@sam.example.org')
            """;

    private final JdbcClient jdbc;

    JdbcDemoRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is one of the people of the demo. */
    boolean isDemoPerson(String key) {
        return jdbc.sql("select exists (select 1 from ruggespraak.person where key = :key and " + PEOPLE + ")")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /** Makes of a person of the demo an administrator of a network to come, who has nothing to do with the demo any more. */
    void keepAsAdministrator(String key, String firstName, String lastName, String email) {
        jdbc.sql("""
                        update ruggespraak.person set organisation = null, first_name = :firstName, last_name = :lastName, email = :email,
                            email_usable = true, phone = null, deputy = null, attended_at = null
                        where key = :key
                        """)
                .param("key", key)
                .param("firstName", firstName)
                .param("lastName", lastName)
                .param("email", email)
                .update();
        jdbc.sql("delete from ruggespraak.person_role where person = :key and role <> 'ADMINISTRATOR'")
                .param("key", key)
                .update();
        jdbc.sql("delete from ruggespraak.network_chair where person = :key")
                .param("key", key)
                .update();
    }

    /**
     * Removes everything of the demo but this person, and says what has gone.
     *
     * @param ofDemo whether the mails to this person were the demo's, too
     */
    Gone remove(String keep, boolean ofDemo) {
        // A meeting of one's own does not go because somebody of the demo has planned it.
        jdbc.sql(
                        "update ruggespraak.meeting set planned_by = :keep where network <> 'sam' and planned_by in (select key from ruggespraak.person where "
                                + PEOPLE + ")")
                .param("keep", keep)
                .update();
        jdbc.sql("create temp table gone (rel oid, tuple tid, primary key (rel, tuple)) on commit drop")
                .update();
        seed("network", "key = 'sam'", keep);
        seed("organisation", "key in ('lnv', 'rws', 'odbn', 'meierij')", keep);
        seed("person", PEOPLE + " and key <> :keep", keep);
        if (ofDemo) {
            seed("mail", "recipient = :keep", keep);
        }
        List<Reference> references = references();
        follow(references);
        Gone gone =
                new Gone(keys("meeting"), keys("meeting_cycle"), keys("organisation"), keys("person"), keys("network"));
        withoutReference(gone);
        follow(references);
        for (Reference reference : references) {
            if (!reference.belongs()) {
                jdbc.sql(
                                "update %1$s set %2$s = null from %3$s p join gone g on g.rel = '%3$s'::regclass and g.tuple = p.ctid where %1$s.%2$s = p.%4$s"
                                                .formatted(
                                                        reference.child(),
                                                        reference.column(),
                                                        reference.parent(),
                                                        reference.parentColumn())
                                        + " and not exists (select 1 from gone c where c.rel = '%1$s'::regclass and c.tuple = %1$s.ctid)"
                                                .formatted(reference.child()))
                        .update();
            }
        }
        delete(references);
        jdbc.sql("update ruggespraak.demo_network set removed_at = now()").update();
        return gone;
    }

    /** What belongs to the demo and refers to it by words only. */
    private void withoutReference(Gone gone) {
        String[] meetings = gone.meetings().toArray(String[]::new);
        String[] subjects = gone.cycles().toArray(String[]::new);
        jdbc.sql("""
                        insert into gone select 'ruggespraak.mail'::regclass, ctid from ruggespraak.mail where string_to_array(key, '/') && :meetings::text[]
                        on conflict do nothing
                        """).param("meetings", meetings).update();
        jdbc.sql("""
                        insert into gone select 'ruggespraak.calendar_copy'::regclass, ctid from ruggespraak.calendar_copy
                        where string_to_array(appointment, '/') && :meetings::text[]
                        on conflict do nothing
                        """).param("meetings", meetings).update();
        for (String table : List.of("access_link", "link_draft", "reminder_stop")) {
            jdbc.sql("insert into gone select 'ruggespraak.%1$s'::regclass, t.ctid from ruggespraak.%1$s t"
                                    .formatted(table)
                            + """
                             where t.subject = any(:cycles) or t.purpose = 'ACT_ON_REPORT_BACK' and t.subject in (
                                select r.id::text from ruggespraak.report_back r join gone g on g.rel = 'ruggespraak.report_back'::regclass and g.tuple = r.ctid)
                            on conflict do nothing
                            """)
                    .param("cycles", subjects)
                    .update();
        }
        jdbc.sql("delete from ruggespraak.people_import_line where organisation = any(:organisations)")
                .param("organisations", gone.organisations().toArray(String[]::new))
                .update();
    }

    private void seed(String table, String condition, String keep) {
        jdbc.sql("insert into gone select 'ruggespraak.%1$s'::regclass, ctid from ruggespraak.%1$s where %2$s"
                        .formatted(table, condition))
                .param("keep", keep)
                .update();
    }

    /** Until nothing more goes. */
    private void follow(List<Reference> references) {
        int found = 1;
        while (found > 0) {
            found = 0;
            for (Reference reference : references) {
                if (reference.belongs()) {
                    found += jdbc.sql("""
                                    insert into gone select '%1$s'::regclass, c.ctid from %1$s c join %3$s p on c.%2$s = p.%4$s
                                    join gone g on g.rel = '%3$s'::regclass and g.tuple = p.ctid
                                    on conflict do nothing
                                    """.formatted(
                                            reference.child(),
                                            reference.column(),
                                            reference.parent(),
                                            reference.parentColumn()))
                            .update();
                }
            }
        }
    }

    /** Children before their parents. */
    private void delete(List<Reference> references) {
        Set<String> left = new HashSet<>(jdbc.sql("select distinct rel::regclass::text from gone")
                .query(String.class)
                .list());
        while (!left.isEmpty()) {
            Set<String> parents = references.stream()
                    .filter(reference -> left.contains(reference.child())
                            && !reference.child().equals(reference.parent()))
                    .map(Reference::parent)
                    .collect(Collectors.toSet());
            List<String> next =
                    left.stream().filter(table -> !parents.contains(table)).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + left);
            }
            for (String table : next) {
                jdbc.sql("delete from %1$s where ctid in (select tuple from gone where rel = '%1$s'::regclass)"
                                .formatted(table))
                        .update();
            }
            next.forEach(left::remove);
        }
    }

    private Set<String> keys(String table) {
        return new HashSet<>(jdbc.sql(
                        "select t.key from ruggespraak.%1$s t join gone g on g.rel = 'ruggespraak.%1$s'::regclass and g.tuple = t.ctid"
                                .formatted(table))
                .query(String.class)
                .list());
    }

    /** Every reference between our tables, all of one column. */
    private List<Reference> references() {
        return new ArrayList<>(jdbc.sql("""
                        select c.conrelid::regclass::text as child, a.attname as column_name, c.confrelid::regclass::text as parent, b.attname as parent_column,
                            a.attnotnull or c.confdeltype = 'c' as needed, a.attname || ' of ' || r.relname as name
                        from pg_constraint c join pg_class r on r.oid = c.conrelid
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
                        where c.contype = 'f' and c.connamespace = 'ruggespraak'::regnamespace
                        """)
                .query((row, index) -> new Reference(
                        row.getString("child"),
                        row.getString("column_name"),
                        row.getString("parent"),
                        row.getString("parent_column"),
                        row.getBoolean("needed") || BELONGS.contains(row.getString("name"))))
                .list());
    }

    private record Reference(String child, String column, String parent, String parentColumn, boolean belongs) {}

    /** The keys of what has gone. */
    record Gone(
            Set<String> meetings,
            Set<String> cycles,
            Set<String> organisations,
            Set<String> people,
            Set<String> networks) {}
}
