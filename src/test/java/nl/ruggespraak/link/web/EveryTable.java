package nl.ruggespraak.link.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All tables, ours and the engine's. */
record EveryTable(JdbcClient jdbc) {

    /** What every table holds, as a number that changes when a row does. */
    Map<String, Integer> sums() {
        Map<String, Integer> sums = new TreeMap<>();
        for (String table : tables()) {
            sums.put(
                    table,
                    jdbc.sql("select coalesce(sum(hashtext(t::text)), 0)::bigint % 2147483647 from " + table + " t")
                            .query(Integer.class)
                            .single());
        }
        return sums;
    }

    /** In which tables some column holds this text. */
    List<String> with(String text) {
        return tables().stream()
                .filter(table -> jdbc.sql("select exists (select 1 from " + table + " t where t::text like :text)")
                        .param("text", "%" + text + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema in ('ruggespraak', 'public')
                        """).query(String.class).list();
    }
}
