package nl.ruggespraak.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of a network that hold its deadlines, for whoever joins it. */
@Repository
public class JdbcDeadlines {

    /** Of the network that the query calls {@code n}. */
    public static final String COLUMNS = Arrays.stream(Deadline.values())
            .map(deadline -> "n." + column(deadline))
            .collect(Collectors.joining(", "));

    private static final String ASSIGNMENTS = Arrays.stream(Deadline.values())
            .map(deadline -> column(deadline) + " = :" + deadline.name())
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    JdbcDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static Deadlines deadlines(ResultSet row) throws SQLException {
        Map<Deadline, Integer> days = new EnumMap<>(Deadline.class);
        for (Deadline deadline : Deadline.values()) {
            days.put(deadline, row.getInt(column(deadline)));
        }
        return new Deadlines(days);
    }

    void set(String network, int leadTimeDays, Deadlines deadlines) {
        JdbcClient.StatementSpec update = jdbc.sql("update ruggespraak.network set lead_time_days = :leadTimeDays, "
                        + ASSIGNMENTS + " where key = :network")
                .param("network", network)
                .param("leadTimeDays", leadTimeDays);
        for (Deadline deadline : Deadline.values()) {
            update = update.param(deadline.name(), deadlines.of(deadline));
        }
        update.update();
    }

    private static String column(Deadline deadline) {
        return deadline.name().toLowerCase(Locale.ROOT) + "_days";
    }
}
