package nl.ruggespraak.personal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds persons in the columns that features declare, and writes these anew. Each table is read once as a whole, as an administrator
 * needs it now and then; rows are handed on one by one and never kept, however many there are.
 */
@Repository
public class JdbcTexts {

    private static final int ROWS_AT_ONCE = 200;

    private final JdbcClient jdbc;

    JdbcTexts(DataSource dataSource) {
        JdbcTemplate rowByRow = new JdbcTemplate(dataSource);
        rowByRow.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = JdbcClient.create(rowByRow);
    }

    /**
     * Every text of a table in which somebody is named.
     *
     * @param writtenNow whether only rows are meant that this transaction has written
     */
    public void find(PersonalTable table, Sought sought, boolean writtenNow, Consumer<FoundText> found) {
        List<PersonalColumn> columns = table.columns(Holds.TEXT);
        List<String> anchors = sought.anchors();
        if (columns.isEmpty()) {
            return;
        }
        String like = anchors == null
                ? "true"
                : columns.stream()
                        .map(column -> readable("t." + column.name(), table) + " ilike any(:anchors)")
                        .collect(Collectors.joining(" or "));
        String sql = "select " + table.key() + ", " + table.organisation() + ", " + table.meeting() + ", "
                + table.person() + ", "
                + columns.stream().map(column -> "t." + column.name()).collect(Collectors.joining(", "))
                + " from " + table.name() + " t where (" + table.rows() + ") and (" + like + ")"
                + (writtenNow ? " and t.xmin = pg_current_xact_id()::xid" : "");
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (anchors != null) {
            statement = statement.param(
                    "anchors",
                    anchors.stream().map(anchor -> "%" + anchor + "%").toArray(String[]::new));
        }
        statement.query((RowCallbackHandler) row -> {
            for (int at = 0; at < columns.size(); at++) {
                String text = text(row, at + 5);
                List<Sought.Hit> hits = text == null ? List.of() : sought.in(text);
                if (text != null && !hits.isEmpty()) {
                    found.accept(new FoundText(
                            table,
                            columns.get(at).name(),
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            text,
                            hits));
                }
            }
        });
    }

    /**
     * Writes texts anew, as long as they are as they were found.
     *
     * @return how many rows were written
     */
    public int rewrite(PersonalTable table, String column, Collection<Rewriting> rewritings) {
        return jdbc.sql("update " + table.name() + " t set " + column
                        + " = w.after from unnest(:keys::text[], :befores::text[], :afters::text[])"
                        + " as w (key, before, after) where " + table.key() + " = w.key and t." + column
                        + " = w.before")
                .param("keys", rewritings.stream().map(Rewriting::key).toArray(String[]::new))
                .param("befores", rewritings.stream().map(Rewriting::before).toArray(String[]::new))
                .param("afters", rewritings.stream().map(Rewriting::after).toArray(String[]::new))
                .update();
    }

    /** In how many rows of a table the key of a person stands where keys of persons stand. */
    public long count(PersonalTable table, String person) {
        String keyed = table.columns().stream()
                .filter(column -> column.holds() == Holds.REFERENCE || column.holds() == Holds.KEY)
                .map(column -> "t." + column.name() + "::text = :person")
                .collect(Collectors.joining(" or "));
        return keyed.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from " + table.name() + " t where " + keyed)
                        .param("person", person)
                        .query(Long.class)
                        .single();
    }

    /** Bytes are compared by what of them is ASCII, which is as much as is looked for before the text itself is. */
    private static String readable(String column, PersonalTable table) {
        return column.endsWith("bytes_") || column.endsWith("full_msg_")
                ? "encode(" + column + ", 'escape')"
                : column + "::text";
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof byte[] bytes ? text(bytes) : value == null ? null : row.getString(column);
    }

    /** What is no UTF-8 is read byte by byte, so that it can be written back as it was. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
