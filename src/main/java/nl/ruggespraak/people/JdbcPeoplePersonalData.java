package nl.ruggespraak.people;

import java.util.List;
import java.util.Locale;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persons themselves. The key changes here, and with it every reference; whatever else tells who it was goes. */
@Repository
@Order(Ordered.HIGHEST_PRECEDENCE)
class JdbcPeoplePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    JdbcPeoplePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.organisation").nothing("an organisation is no person", "key", "name"),
                PersonalTable.of("ruggespraak.network").nothing("a network is no person", "key", "name", "zone"),
                PersonalTable.of("ruggespraak.membership")
                        .nothing("neither of both is a person", "network", "organisation"),
                PersonalTable.of("ruggespraak.person")
                        .keys("becomes one that says nothing; all references follow", "key")
                        .references("deputy")
                        .names(
                                "emptied with the person's own row, never in another's",
                                "first_name",
                                "last_name",
                                "email",
                                "phone")
                        .nothing("not a person's", "organisation", "language"),
                PersonalTable.of("ruggespraak.person_role").references("person").nothing("a constant", "role"),
                PersonalTable.of("ruggespraak.network_chair")
                        .references("person")
                        .nothing("key of a network", "network"),
                PersonalTable.of("ruggespraak.people_import")
                        .keys("replaced exactly", "uploaded_by")
                        .nothing("the name of a file of the administrator's", "file")
                        .nothing("a constant", "status")
                        .nothing("what broke, in the words of the program", "failure"),
                PersonalTable.of("ruggespraak.people_import_line")
                        .keys("a file that would bring the person back is removed with its lines", "person", "deputy")
                        .names("likewise; other people's lines are theirs", "first_name", "last_name", "email", "phone")
                        .nothing(
                                "not a person's",
                                "network",
                                "network_name",
                                "organisation",
                                "organisation_name",
                                "language",
                                "roles"),
                PersonalTable.of("ruggespraak.people_import_problem")
                        .nothing("key of a sentence", "message")
                        .names("removed with the file that names the person", "arguments"));
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("""
                        delete from ruggespraak.people_import i where status <> 'APPLYING' and exists (
                            select 1 from ruggespraak.people_import_line l
                            where l.import = i.id and (:key in (l.person, l.deputy) or lower(l.email) = any(:emails)))
                        """)
                .param("key", leaver.key())
                .param(
                        "emails",
                        leaver.emails().stream()
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .filter(email -> !email.isEmpty())
                                .toArray(String[]::new))
                .update();
        update("update ruggespraak.people_import set uploaded_by = :former where uploaded_by = :key", leaver);
        update("update ruggespraak.person set key = :former where key = :key", leaver);
        jdbc.sql("""
                        update ruggespraak.person
                        set first_name = :first, last_name = :last, email = '', phone = null, deputy = null, active = false
                        where key = :former
                        """)
                .param("first", leaver.firstName())
                .param("last", leaver.lastName())
                .param("former", leaver.former())
                .update();
        update("update ruggespraak.person set deputy = null where deputy in (:key, :former)", leaver);
        update("delete from ruggespraak.network_chair where person in (:key, :former)", leaver);
        update("delete from ruggespraak.person_role where person in (:key, :former)", leaver);
    }

    private void update(String sql, Leaver leaver) {
        jdbc.sql(sql)
                .param("key", leaver.key())
                .param("former", leaver.former())
                .update();
    }
}
