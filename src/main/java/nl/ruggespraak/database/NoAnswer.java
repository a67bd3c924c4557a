package nl.ruggespraak.database;

import jakarta.servlet.ServletRequest;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database did not answer: not in time, or not at all. */
public final class NoAnswer {

    private static final String NOTED = NoAnswer.class.getName();
    private static final String CANCELLED = "57014";
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P05");

    private NoAnswer() {}

    /** Whether that is the reason of a failure. */
    public static boolean isReasonOf(@Nullable Throwable failure) {
        return causes(failure).anyMatch(cause -> isOutage(cause) || isTooLate(cause));
    }

    /** Whether the database itself was away, rather than busy for too long. */
    public static boolean isOutage(@Nullable Throwable failure) {
        return causes(failure).anyMatch(NoAnswer::isAway);
    }

    /** The request asks the database for nothing more: it would wait again. */
    public static void note(ServletRequest request) {
        request.setAttribute(NOTED, true);
    }

    /** Whether the request was given no answer before. */
    public static boolean isNoted(ServletRequest request) {
        return request.getAttribute(NOTED) != null;
    }

    private static boolean isTooLate(Throwable cause) {
        return cause instanceof SQLTimeoutException
                || cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState());
    }

    private static boolean isAway(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return cause instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || ENDED.contains(state))
                // The pool's word for one that broke before.
                || state == null && "Connection is closed".equals(sql.getMessage());
    }

    private static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .map(cause -> (Throwable) cause);
    }
}
