package nl.ruggespraak.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the occupations of ESCO in a fixed number of statements, however many there are. */
@Repository
class JdbcEsco {

    private final JdbcClient jdbc;

    JdbcEsco(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An occupation as published.
     *
     * @param code its ISCO group, as published
     * @param minorGroup the first three digits of it
     */
    record Row(
            String key,
            String uri,
            String nameEn,
            String nameNl,
            List<String> aliasesEn,
            List<String> aliasesNl,
            String code,
            String minorGroup,
            boolean offered) {}

    /**
     * Keeps them.
     *
     * @param minorGroups what the groups of three digits are called, by code: where no field of ours says otherwise they become fields
     */
    EscoReport take(List<Row> rows, Map<String, String> minorGroups, List<String> leftOut) {
        addFields(minorGroups);
        int kept =
                count("select count(*) from ruggespraak.occupation where source <> 'ESCO' and key = any(:keys)", rows);
        int added = rows.size() - count("select count(*) from ruggespraak.occupation where key = any(:keys)", rows);
        List<String> changed = new ArrayList<>(upsert(rows));
        changed.addAll(alias(rows));
        return new EscoReport(
                rows.size(),
                added,
                (int) changed.stream().distinct().count() - added,
                (int) rows.stream().filter(row -> !row.offered()).count(),
                kept,
                leftOut.stream().limit(EscoReport.MOST_TOLD).toList(),
                leftOut.size());
    }

    private void addFields(Map<String, String> minorGroups) {
        List<String> codes = List.copyOf(minorGroups.keySet());
        jdbc.sql("""
                        insert into ruggespraak.occupation_field (key, name_en, name_nl, isco)
                        select 'isco-' || code, name, name, array[code]
                        from unnest(:codes, :names) as published (code, name)
                        where not exists (
                            select 1 from ruggespraak.occupation_field f, unnest(f.isco) as prefix where code like prefix || '%')
                        on conflict do nothing
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param("names", codes.stream().map(minorGroups::get).toArray(String[]::new))
                .update();
    }

    private int count(String sql, List<Row> rows) {
        return jdbc.sql(sql)
                .param("keys", texts(rows, Row::key))
                .query(Integer.class)
                .single();
    }

    /** The keys of those that are new, or are not as they were. What an administrator has changed is left as it is. */
    private List<String> upsert(List<Row> rows) {
        return jdbc.sql("""
                        insert into ruggespraak.occupation as o (key, uri, name_en, name_nl, code, offered, source, field)
                        select r.key, r.uri, r.name_en, r.name_nl, r.code, r.offered, 'ESCO', (
                            select f.key from ruggespraak.occupation_field f, unnest(f.isco) as prefix
                            where r.code <> '' and r.code like prefix || '%' order by length(prefix) desc, f.key limit 1)
                        from unnest(:keys, :uris, :namesEn, :namesNl, :codes, :offered)
                            as r (key, uri, name_en, name_nl, code, offered)
                        on conflict (key) do update set
                            name_en = excluded.name_en, name_nl = excluded.name_nl, code = excluded.code, offered = excluded.offered,
                            field = excluded.field
                        where o.source = 'ESCO' and (o.name_en, o.name_nl, o.code, o.offered, o.field)
                            is distinct from (excluded.name_en, excluded.name_nl, excluded.code, excluded.offered, excluded.field)
                        returning key
                        """)
                .param("keys", texts(rows, Row::key))
                .param("uris", texts(rows, Row::uri))
                .param("namesEn", texts(rows, Row::nameEn))
                .param("namesNl", texts(rows, Row::nameNl))
                .param("codes", texts(rows, Row::code))
                .param("offered", rows.stream().map(Row::offered).toArray(Boolean[]::new))
                .query(String.class)
                .list();
    }

    /** The keys of those that are called otherwise than before. */
    private List<String> alias(List<Row> rows) {
        AliasRows aliases = new AliasRows();
        rows.forEach(row -> aliases.add(row.key(), row.aliasesEn(), row.aliasesNl()));
        return jdbc.sql("""
                        with published as (
                            select p.* from unnest(:keys, :languages, :aliases) as p (occupation, language, alias)
                            join ruggespraak.occupation o on o.key = p.occupation and o.source = 'ESCO'),
                        gone as (
                            delete from ruggespraak.occupation_alias a using ruggespraak.occupation o
                            where o.key = a.occupation and o.source = 'ESCO' and o.key = any(:all) and not exists (
                                select 1 from published p
                                where p.occupation = a.occupation and p.language = a.language and p.alias = a.alias)
                            returning a.occupation),
                        come as (
                            insert into ruggespraak.occupation_alias (occupation, language, alias) select * from published
                            on conflict do nothing returning occupation)
                        select distinct occupation from (select occupation from gone union all select occupation from come) changed
                        """)
                .param("keys", aliases.keys())
                .param("languages", aliases.languages())
                .param("aliases", aliases.aliases())
                .param("all", texts(rows, Row::key))
                .query(String.class)
                .list();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
