package nl.ruggespraak.calendar;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarCopies implements CalendarCopies {

    /** The same for everybody who has it, and another in every installation. */
    private static final String COPY = """
             returning person, organizer, sequence,
                md5((select i.id from ruggespraak.calendar_installation i)::text || '/' || appointment)::uuid as uid
            """;

    private final JdbcClient jdbc;

    JdbcCalendarCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Copy> give(String appointment, String organizer, Collection<String> persons, int revision) {
        return copies(jdbc.sql("""
                                insert into ruggespraak.calendar_copy as c (appointment, person, organizer, sequence)
                                select distinct :appointment, p, :organizer, :revision from unnest(:persons) as p
                                on conflict (appointment, person) do update
                                set held = true, sequence = greatest(excluded.sequence, c.sequence + 1)
                                where not c.held
                                """ + COPY).param("organizer", organizer), appointment, persons, revision);
    }

    @Override
    public Map<String, Copy> change(String appointment, Collection<String> persons, int revision) {
        return copies(jdbc.sql("""
                        update ruggespraak.calendar_copy set sequence = greatest(:revision, sequence + 1)
                        where appointment = :appointment and person = any(:persons) and held
                        """ + COPY), appointment, persons, revision);
    }

    @Override
    public Map<String, Copy> takeBack(String appointment, Collection<String> persons, int revision) {
        return copies(jdbc.sql("""
                        update ruggespraak.calendar_copy set held = false, sequence = greatest(:revision, sequence + 1)
                        where appointment = :appointment and person = any(:persons) and held
                        """ + COPY), appointment, persons, revision);
    }

    private static Map<String, Copy> copies(
            JdbcClient.StatementSpec statement, String appointment, Collection<String> persons, int revision) {
        Map<String, Copy> copies = new LinkedHashMap<>();
        statement
                .param("appointment", appointment)
                .param("persons", persons.toArray(String[]::new))
                .param("revision", revision)
                .query(row -> {
                    copies.put(
                            row.getString("person"),
                            new Copy(
                                    row.getString("person"),
                                    row.getString("organizer"),
                                    row.getObject("uid", UUID.class),
                                    row.getInt("sequence")));
                });
        return copies;
    }
}
