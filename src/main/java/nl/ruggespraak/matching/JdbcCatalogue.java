package nl.ruggespraak.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCatalogue implements Catalogue {

    private static final int FEWEST_LETTERS = 2;

    /** A key, or else a name, or else an alias; our own before those of a classification. */
    private static final String KNOWN = """
            select s.said, coalesce(
                (select key from ruggespraak.%1$s where key = s.said),
                (select key from ruggespraak.%1$s
                    where offered and (ruggespraak.folded(name_en) = s.words or ruggespraak.folded(name_nl) = s.words)
                    order by source = 'OWN' desc, key limit 1),
                (select c.key from ruggespraak.%1$s_alias a join ruggespraak.%1$s c on c.key = a.%1$s
                    where c.offered and ruggespraak.folded(a.alias) = s.words order by c.source = 'OWN' desc, c.key limit 1)) as key
            from (select said, ruggespraak.folded(regexp_replace(trim(said), '\\s+', ' ', 'g')) as words from unnest(:said) as said) s
            """;

    /** In order, so that two who write the same at once do not wait for each other crosswise. */
    private static final String KEPT = """
            with words as (
                select said, regexp_replace(trim(said), '\\s+', ' ', 'g') as name from unnest(:said) as said),
            kept as (
                insert into ruggespraak.%1$s as c (key, name_en, name_nl, offered, source, said)
                select 'said-' || replace(gen_random_uuid()::text, '-', ''), min(name), min(name), false, 'SAID', 1
                from words group by ruggespraak.folded(name) order by ruggespraak.folded(name)
                on conflict (ruggespraak.folded(name_en)) where source = 'SAID' do update set said = c.said + 1
                returning key, name_en)
            select w.said, k.key from words w join kept k on ruggespraak.folded(k.name_en) = ruggespraak.folded(w.name)
            """;

    private final JdbcClient jdbc;

    JdbcCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Region> regions(Locale language) {
        return jdbc
                .sql("select key, name_en, name_nl from ruggespraak.region where offered")
                .query((row, index) ->
                        new Region(row.getString("key"), name(row).in(language)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Region::name, Collator.getInstance(language)))
                .toList();
    }

    @Override
    public List<Occupation> occupations(Locale language) {
        return jdbc
                .sql("select key, name_en, name_nl, field from ruggespraak.occupation where offered")
                .query((row, index) ->
                        new Occupation(row.getString("key"), name(row).in(language), row.getString("field")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Occupation::name, Collator.getInstance(language)))
                .toList();
    }

    @Override
    public CatalogueNames regionNames(Collection<String> keys) {
        return names("select key, name_en, name_nl from ruggespraak.region where key = any(:keys)", keys);
    }

    @Override
    public CatalogueNames occupationNames(Collection<String> keys) {
        return names("select key, name_en, name_nl from ruggespraak.occupation where key = any(:keys)", keys);
    }

    @Override
    public Set<String> fitting(String occupation) {
        return jdbc.sql("""
                        select fits from ruggespraak.fitting_occupation where occupation = :occupation
                        """).param("occupation", occupation).query(String.class).set();
    }

    @Override
    public List<Suggestion> like(CatalogueKind kind, String typed, Locale language, int most) {
        String words = typed.strip();
        if (words.codePointCount(0, words.length()) < FEWEST_LETTERS || words.length() > LONGEST_NAME) {
            return List.of();
        }
        return jdbc.sql("""
                        select c.key, c.name_en, c.name_nl
                        from ruggespraak.%1$ss_like(:typed, :most) l join ruggespraak.%1$s c on c.key = l.key
                        order by l.likeness desc, c.key
                        """.formatted(table(kind)))
                .param("typed", words)
                .param("most", most)
                .query((row, index) ->
                        new Suggestion(row.getString("key"), name(row).in(language)))
                .list();
    }

    @Override
    public Map<String, String> keys(CatalogueKind kind, Collection<String> said) {
        Map<String, String> keys = new HashMap<>();
        String[] words = said.stream()
                .filter(each -> !each.isBlank())
                .filter(each -> each.length() <= LONGEST_NAME)
                .map(String::strip)
                .distinct()
                .toArray(String[]::new);
        if (words.length > 0) {
            jdbc.sql(KNOWN.formatted(table(kind))).param("said", words).query(row -> {
                if (row.getString("key") != null) keys.put(row.getString("said"), row.getString("key"));
            });
        }
        String[] unknown =
                Arrays.stream(words).filter(each -> !keys.containsKey(each)).toArray(String[]::new);
        if (unknown.length > 0) {
            jdbc.sql(KEPT.formatted(table(kind))).param("said", unknown).query(row -> {
                keys.put(row.getString("said"), row.getString("key"));
            });
        }
        return keys;
    }

    private static String table(CatalogueKind kind) {
        return switch (kind) {
            case OCCUPATION -> "occupation";
            case REGION -> "region";
        };
    }

    private CatalogueNames names(String sql, Collection<String> keys) {
        Map<String, CatalogueNames.Name> names = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(sql).param("keys", keys.toArray(String[]::new)).query(row -> {
                names.put(row.getString("key"), name(row));
            });
        }
        return new CatalogueNames(names);
    }

    private static CatalogueNames.Name name(ResultSet row) throws SQLException {
        return new CatalogueNames.Name(row.getString("name_en"), row.getString("name_nl"));
    }
}
