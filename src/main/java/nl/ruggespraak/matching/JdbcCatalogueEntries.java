package nl.ruggespraak.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue as an administrator keeps it. */
@Repository
class JdbcCatalogueEntries {

    private static final String ENTRIES = """
            select c.key, c.name_en, c.name_nl, c.offered, %2$s as field,
                array(select alias from ruggespraak.%1$s_alias where %1$s = c.key and language = 'en' order by alias) as aliases_en,
                array(select alias from ruggespraak.%1$s_alias where %1$s = c.key and language = 'nl' order by alias) as aliases_nl
            from ruggespraak.%1$s c
            """;

    private final JdbcClient jdbc;

    JdbcCatalogueEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CatalogueEntry> search(CatalogueKind kind, String words, int from, int most) {
        return jdbc.sql(entries(kind) + """
                        left join ruggespraak.%1$ss_like(:words, 1000) l on l.key = c.key
                        where c.source <> 'SAID' and (:words = '' or c.key = :words or l.key is not null
                            or ruggespraak.folded(c.name_en) like '%%' || ruggespraak.folded(:words) || '%%'
                            or ruggespraak.folded(c.name_nl) like '%%' || ruggespraak.folded(:words) || '%%')
                        order by coalesce(l.likeness, 0) desc, c.source = 'OWN' desc, ruggespraak.folded(c.name_en), c.key offset :from limit :most
                        """.formatted(table(kind)))
                .param("words", words)
                .param("from", from)
                .param("most", most)
                .query((row, index) -> entry(kind, row))
                .list();
    }

    int count(CatalogueKind kind) {
        return jdbc.sql("select count(*) from ruggespraak." + table(kind) + " where offered")
                .query(Integer.class)
                .single();
    }

    List<CatalogueEntry> all(CatalogueKind kind) {
        return jdbc.sql(entries(kind) + "where c.source <> 'SAID' order by c.key")
                .query((row, index) -> entry(kind, row))
                .list();
    }

    Optional<CatalogueEntry> find(CatalogueKind kind, String key) {
        return jdbc.sql(entries(kind) + "where c.key = :key")
                .param("key", key)
                .query((row, index) -> entry(kind, row))
                .optional();
    }

    List<CatalogueField> fields() {
        return jdbc.sql("select key, name_en, name_nl from ruggespraak.occupation_field order by name_en")
                .query((row, index) -> new CatalogueField(
                        row.getString("key"),
                        new CatalogueNames.Name(row.getString("name_en"), row.getString("name_nl"))))
                .list();
    }

    List<ManageCatalogue.Said> said(CatalogueKind kind, int most) {
        return jdbc.sql("select key, name_en as words, said as times from ruggespraak." + table(kind)
                        + " where source = 'SAID' and same_as is null order by said desc, name_en limit :most")
                .param("most", most)
                .query(ManageCatalogue.Said.class)
                .list();
    }

    /** The key of what is offered and is called, or has the key, so. */
    Optional<String> offered(CatalogueKind kind, String words) {
        return jdbc.sql("""
                        select key from ruggespraak.%1$s
                        where offered and (key = :words or ruggespraak.folded(name_en) = ruggespraak.folded(:words)
                            or ruggespraak.folded(name_nl) = ruggespraak.folded(:words))
                        order by key = :words desc, source = 'OWN' desc, key limit 1
                        """.formatted(table(kind)))
                .param("words", words)
                .query(String.class)
                .optional();
    }

    /** Adds or changes them; an import of a classification leaves them alone from then on. */
    void save(CatalogueKind kind, List<CatalogueEntry> entries) {
        boolean fields = kind == CatalogueKind.OCCUPATION;
        jdbc.sql("""
                        insert into ruggespraak.%1$s as c (key, name_en, name_nl, offered, source%2$s)
                        select key, name_en, name_nl, offered, 'OWN'%3$s
                        from unnest(:keys, :namesEn, :namesNl, :offered, :fields) as e (key, name_en, name_nl, offered, field)
                        on conflict (key) do update set
                            name_en = excluded.name_en, name_nl = excluded.name_nl, offered = excluded.offered, source = 'OWN'%4$s
                        """.formatted(
                                table(kind),
                                fields ? ", field" : "",
                                fields ? ", field" : "",
                                fields ? ", field = excluded.field" : ""))
                .param("keys", texts(entries, CatalogueEntry::key))
                .param("namesEn", texts(entries, CatalogueEntry::nameEn))
                .param("namesNl", texts(entries, CatalogueEntry::nameNl))
                .param("offered", entries.stream().map(CatalogueEntry::offered).toArray(Boolean[]::new))
                .param("fields", texts(entries, CatalogueEntry::field))
                .update();
        jdbc.sql("delete from ruggespraak.%1$s_alias where %1$s = any(:keys)".formatted(table(kind)))
                .param("keys", texts(entries, CatalogueEntry::key))
                .update();
        AliasRows aliases = new AliasRows();
        entries.forEach(entry -> aliases.add(entry.key(), entry.aliasesEn(), entry.aliasesNl()));
        jdbc.sql("""
                        insert into ruggespraak.%1$s_alias (%1$s, language, alias)
                        select * from unnest(:keys, :languages, :aliases) on conflict do nothing
                        """.formatted(table(kind)))
                .param("keys", aliases.keys())
                .param("languages", aliases.languages())
                .param("aliases", aliases.aliases())
                .update();
    }

    /** False when nobody wrote that, or it has become an entry already. */
    boolean map(CatalogueKind kind, String said, String meant) {
        String field = kind == CatalogueKind.OCCUPATION
                ? ", field = (select field from ruggespraak.occupation where key = :meant)"
                : "";
        int mapped = jdbc.sql("update ruggespraak." + table(kind) + " set same_as = :meant" + field
                        + " where key = :said and source = 'SAID'")
                .param("meant", meant)
                .param("said", said)
                .update();
        if (mapped == 1) {
            jdbc.sql("""
                            insert into ruggespraak.%1$s_alias (%1$s, language, alias)
                            select :meant, language, c.name_en from ruggespraak.%1$s c, unnest(array['en', 'nl']) as language
                            where c.key = :said on conflict do nothing
                            """.formatted(table(kind)))
                    .param("meant", meant)
                    .param("said", said)
                    .update();
        }
        return mapped == 1;
    }

    /** A file that waits to be applied. */
    record Kept(CatalogueKind kind, String file, byte[] content) {}

    /** Keeps a file; those of the same administrator that were not applied are forgotten. */
    long keep(CatalogueKind kind, String file, byte[] content, String by, Instant at) {
        jdbc.sql("delete from ruggespraak.catalogue_import where uploaded_by = :by")
                .param("by", by)
                .update();
        return jdbc.sql("""
                        insert into ruggespraak.catalogue_import (kind, file, content, uploaded_by, uploaded_at)
                        values (:kind, :file, :content, :by, :at) returning id
                        """)
                .param("kind", kind.name())
                .param("file", file)
                .param("content", content)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Kept> kept(long id) {
        return jdbc.sql("select kind, file, content from ruggespraak.catalogue_import where id = :id")
                .param("id", id)
                .query((row, index) -> new Kept(
                        CatalogueKind.valueOf(row.getString("kind")), row.getString("file"), row.getBytes("content")))
                .optional();
    }

    void forget(long id) {
        jdbc.sql("delete from ruggespraak.catalogue_import where id = :id")
                .param("id", id)
                .update();
    }

    private static String entries(CatalogueKind kind) {
        return ENTRIES.formatted(table(kind), kind == CatalogueKind.OCCUPATION ? "c.field" : "null");
    }

    private static CatalogueEntry entry(CatalogueKind kind, ResultSet row) throws SQLException {
        return new CatalogueEntry(
                kind,
                row.getString("key"),
                row.getString("name_en"),
                row.getString("name_nl"),
                List.of((String[]) row.getArray("aliases_en").getArray()),
                List.of((String[]) row.getArray("aliases_nl").getArray()),
                row.getString("field"),
                row.getBoolean("offered"));
    }

    private static String table(CatalogueKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String[] texts(
            List<CatalogueEntry> entries, Function<CatalogueEntry, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }
}
