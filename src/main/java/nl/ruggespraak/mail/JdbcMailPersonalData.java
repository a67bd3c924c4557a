package nl.ruggespraak.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails. Those to a colleague who is erased say nothing any more; in those to others a name is replaced. What is erased is not sent. */
@Repository
class JdbcMailPersonalData implements PersonalData {

    private static final String WORDLESS = """
            subject = :erased, text_body = :erased, html_body = :erased, calendar = null, calendar_method = null,
            status = case when status in ('POSTED', 'FAILED', 'REFUSED') then 'KEPT' else status end
            """;

    private final JdbcClient jdbc;

    JdbcMailPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("ruggespraak.mail")
                .ofCycle("t.cycle")
                .ofOrganisation(
                        "coalesce(split_part(t.cycle, '/', 2), (select p.organisation from ruggespraak.person p where p.key = t.recipient))")
                .addressedTo("t.recipient")
                .goingAlong()
                .references("recipient")
                .keys("its last part is the recipient, and is replaced exactly", "key")
                .names("emptied in mails to the person, whoever else is called so", "recipient_name", "address")
                .names("taken out where it is the person's address", "reply_to")
                .texts("subject", "text_body", "html_body", "calendar", "last_error")
                .nothing("key of a cycle", "cycle")
                .nothing("constants", "kind", "status", "calendar_method", "link_purpose")
                .nothing("a number of chance, and a key of no person", "link_mark", "link_subject"));
    }

    @Override
    public void empty(String table, Collection<String> keys, Instant at) {
        jdbc.sql("update ruggespraak.mail set " + WORDLESS + " where id::text = any(:keys)")
                .param("erased", ERASED)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("update ruggespraak.mail set recipient_name = :erased, address = '', last_error = null, " + WORDLESS
                        + " where recipient = :former")
                .param("erased", ERASED)
                .param("former", leaver.former())
                .update();
        jdbc.sql("""
                        update ruggespraak.mail set key = left(key, -length(:key)) || :former
                        where recipient = :former and right(key, length(:key) + 1) = '/' || :key
                        """)
                .param("key", leaver.key())
                .param("former", leaver.former())
                .update();
        jdbc.sql("update ruggespraak.mail set reply_to = null where lower(reply_to) = any(:emails)")
                .param(
                        "emails",
                        leaver.emails().stream()
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .update();
    }
}
