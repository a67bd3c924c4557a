package nl.ruggespraak.matching;

import java.util.List;
import nl.ruggespraak.personal.JdbcTexts;
import nl.ruggespraak.personal.Leaver;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import nl.ruggespraak.personal.Rewriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue tells of occupations and regions, and of nobody; but what people wrote who did not find theirs may name somebody. */
@Repository
class JdbcCataloguePersonalData implements PersonalData {

    private final JdbcClient jdbc;

    JdbcCataloguePersonalData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                said("ruggespraak.region"),
                said("ruggespraak.occupation").nothing("of a classification", "field", "code", "uri"),
                PersonalTable.of("ruggespraak.occupation_field")
                        .nothing("a field is no person", "key", "name_en", "name_nl", "isco"),
                PersonalTable.of("ruggespraak.occupation_alias")
                        .nothing("an administrator's word for an occupation", "occupation", "language", "alias"),
                PersonalTable.of("ruggespraak.region_alias")
                        .nothing("an administrator's word for a region", "region", "language", "alias"),
                PersonalTable.of("ruggespraak.catalogue_import")
                        .keys("replaced exactly", "uploaded_by")
                        .nothing("a file with a catalogue, as it was published", "kind", "file", "content"));
    }

    private static PersonalTable said(String table) {
        return PersonalTable.of(table)
                .rows("t.source = 'SAID'")
                .foundBy("t.key")
                .texts("name_en", "name_nl")
                .nothing("keys of no person, and a constant", "key", "same_as", "source");
    }

    /** What people wrote stands once: a name that goes leaves something that is no other's. */
    @Override
    public int rewrite(PersonalTable table, String column, List<Rewriting> rewritings, JdbcTexts texts) {
        return texts.rewrite(
                table,
                column,
                rewritings.stream()
                        .map(to -> new Rewriting(
                                to.key(),
                                to.before(),
                                to.after() + " ("
                                        + to.key()
                                                .substring(Math.max(0, to.key().length() - 6)) + ")"))
                        .toList());
    }

    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("update ruggespraak.catalogue_import set uploaded_by = :former where uploaded_by = :key")
                .param("former", leaver.former())
                .param("key", leaver.key())
                .update();
    }
}
