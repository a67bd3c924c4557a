package nl.ruggespraak.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the whole database: every column of every table in every schema that can hold a word, bytes as UTF-8. Knows nothing of how it is erased. */
class EveryTextColumn {

    private final JdbcClient jdbc;

    EveryTextColumn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns in which this stands, plainly or as HTML or JSON write it, without regard to case: {@code schema.table.column}, the engine's without a schema. */
    TreeSet<String> with(String word) {
        List<String> written = new ArrayList<>(List.of(
                word,
                word.replace("&", "&amp;").replace("'", "&#39;"),
                word.chars()
                        .mapToObj(each -> each < 128 ? Character.toString(each) : "\\u%04x".formatted(each))
                        .collect(Collectors.joining())));
        TreeSet<String> found = new TreeSet<>();
        for (Map<String, Object> column : columns()) {
            String table = String.valueOf(column.get("table_name"));
            String name = (table.startsWith("act_") ? "" : column.get("table_schema") + ".") + table + "."
                    + column.get("column_name");
            String quoted = "\"%s\".\"%s\"".formatted(column.get("table_schema"), column.get("table_name"));
            String value = "\"" + column.get("column_name") + "\"";
            String holds = "bytea".equals(column.get("data_type"))
                    ? "position(convert_to(each, 'UTF8') in " + value + ") > 0"
                    : "position(lower(each) in lower(" + value + "::text)) > 0";
            boolean there = jdbc.sql("select exists (select 1 from " + quoted + ", unnest(:written) as w (each) where "
                            + holds + ")")
                    .param("written", written.toArray(String[]::new))
                    .query(Boolean.class)
                    .single();
            if (there) {
                found.add(name);
            }
        }
        return found;
    }

    private List<Map<String, Object>> columns() {
        return jdbc.sql("""
                        select c.table_schema, c.table_name, c.column_name, c.data_type
                        from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                            and c.data_type not in ('integer', 'bigint', 'smallint', 'boolean', 'date', 'timestamp with time zone',
                                'timestamp without time zone', 'double precision', 'numeric', 'real')
                        """).query().listOfRows();
    }
}
