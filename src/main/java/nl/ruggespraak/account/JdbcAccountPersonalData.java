package nl.ruggespraak.account;

import java.util.List;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountPersonalData implements PersonalData {

    private final JdbcClient jdbc;

    JdbcAccountPersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.password_link")
                        .references("person")
                        .nothing("a hash of chance", "token_hash")
                        .nothing("a constant", "purpose"),
                PersonalTable.of("ruggespraak.invitation").references("person"),
                PersonalTable.of("ruggespraak.sign_in").references("person"),
                PersonalTable.of("ruggespraak.invitation_round")
                        .keys("replaced exactly", "started_by", "after")
                        .nothing("key of an organisation", "organisation"));
    }

    @Override
    public void forget(Leaver leaver) {
        for (String table : List.of("password_link", "invitation", "sign_in")) {
            jdbc.sql("delete from ruggespraak." + table + " where person in (:key, :former)")
                    .param("key", leaver.key())
                    .param("former", leaver.former())
                    .update();
        }
        for (String column : List.of("started_by", "after")) {
            jdbc.sql("update ruggespraak.invitation_round set " + column + " = :former where " + column + " = :key")
                    .param("key", leaver.key())
                    .param("former", leaver.former())
                    .update();
        }
    }
}
