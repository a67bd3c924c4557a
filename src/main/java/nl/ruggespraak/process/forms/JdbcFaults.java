package nl.ruggespraak.process.forms;

import java.sql.SQLException;
import java.util.Set;

/** What PostgreSQL means by the state of a statement that failed. */
final class JdbcFaults {

    /** Serialization failure, deadlock, a lock that is not free, a key that is there already. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "23505");

    private JdbcFaults() {}

    /** Whether somebody else came in between. */
    static boolean isConflict(Throwable thrown) {
        return thrown instanceof SQLException sql && CONFLICTS.contains(String.valueOf(sql.getSQLState()));
    }

    /** Whether no column can hold what was sent. */
    static boolean isUnkeepable(Throwable thrown) {
        return thrown instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("22");
    }
}
