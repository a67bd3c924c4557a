package nl.ruggespraak.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks for words in every column that can hold some, those of tables that are still to come included. Nothing here is quick: each table
 * is read as a whole, as an administrator needs it now and then.
 */
@Repository
public class JdbcTextColumns {

    private final JdbcClient jdbc;

    JdbcTextColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param table with its schema, quoted
     * @param column quoted
     * @param type as the information schema calls it
     * @param rows which rows of the table are meant, as a condition
     */
    public record TextColumn(String table, String column, String type, String rows) {

        /** The same column, but in these rows only. */
        public TextColumn where(String condition) {
            return new TextColumn(table, column, type, condition);
        }

        private String found() {
            return "(" + rows + ") and " + matches();
        }

        private String matches() {
            return switch (type) {
                case "bytea" -> "encode(" + column + ", 'escape') ~* :bytes";
                case "ARRAY" -> "array_to_string(" + column + ", ' ') ~* :text";
                default -> column + "::text ~* :text";
            };
        }

        private String replaced() {
            return switch (type) {
                case "bytea" ->
                    column + " = decode(regexp_replace(encode(" + column
                            + ", 'escape'), :bytes, :otherBytes, 'gi'), 'escape')";
                case "ARRAY" ->
                    column + " = array(select regexp_replace(each, :text, :other, 'gi') from unnest(" + column
                            + ") as each)";
                case "json", "jsonb" ->
                    column + " = regexp_replace(" + column + "::text, :text, :other, 'gi')::" + type;
                default -> column + " = regexp_replace(" + column + ", :text, :other, 'gi')";
            };
        }
    }

    /**
     * The columns of tables that are named like this; generated ones and those of views are left out.
     *
     * @param schema as {@code like} takes it
     * @param table likewise
     */
    public List<TextColumn> columns(String schema, String table) {
        return jdbc.sql("""
                        select format('%I.%I', c.table_schema, c.table_name) as table_name, quote_ident(c.column_name) as column_name, c.data_type
                        from information_schema.columns c
                        join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema like :schema and c.table_name like :table and c.is_generated = 'NEVER'
                            and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea')
                                or c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar'))
                        order by 1, c.ordinal_position
                        """)
                .param("schema", schema)
                .param("table", table)
                .query((row, index) -> new TextColumn(
                        row.getString("table_name"), row.getString("column_name"), row.getString("data_type"), "true"))
                .list();
    }

    /** In how many rows of which tables this is found. */
    public List<Trace> traces(List<TextColumn> columns, Wanted wanted) {
        List<Trace> traces = new ArrayList<>();
        if (!wanted.isNothing()) {
            byTable(columns).forEach((table, its) -> {
                long rows = jdbc.sql("select count(*) from " + table + " where " + found(its))
                        .params(parameters(wanted))
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    traces.add(new Trace(table, rows));
                }
            });
        }
        return traces;
    }

    /** Puts something else in its place. */
    public void replace(List<TextColumn> columns, Wanted wanted, String other) {
        if (!wanted.isNothing()) {
            byTable(columns)
                    .forEach((table, its) -> jdbc.sql("update " + table + " set "
                                    + its.stream().map(TextColumn::replaced).collect(Collectors.joining(", "))
                                    + " where " + found(its))
                            .params(parameters(wanted))
                            .param("other", other)
                            .param("otherBytes", other.replaceAll("[^\\x20-\\x7e]", "-"))
                            .update());
        }
    }

    private static Map<String, List<TextColumn>> byTable(List<TextColumn> columns) {
        return columns.stream()
                .collect(Collectors.groupingBy(TextColumn::table, LinkedHashMap::new, Collectors.toList()));
    }

    private static String found(List<TextColumn> columns) {
        return columns.stream().map(TextColumn::found).collect(Collectors.joining(" or "));
    }

    private static Map<String, String> parameters(Wanted wanted) {
        return Map.of("text", wanted.inText(), "bytes", wanted.inBytes());
    }
}
