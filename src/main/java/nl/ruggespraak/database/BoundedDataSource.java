package nl.ruggespraak.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import nl.ruggespraak.shared.LongWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Gives each statement its time, by who waits for it: somebody who made a request, or nobody. The driver has the database cancel what takes longer. That costs no
 * round trip and leaves nothing behind in a session, which behind a pooler is somebody else's next; and should the database not even hear that, the connection is
 * given up a little later.
 */
class BoundedDataSource extends DelegatingDataSource {

    /** As a request's attribute: what it does is known to take long. */
    static final String LONG_WORK = LongWork.class.getName();

    private static final Duration FOR_THE_CANCELLATION = Duration.ofSeconds(3);

    private final DatabaseTimes times;
    private volatile boolean ready;

    BoundedDataSource(DataSource pool, DatabaseTimes times) {
        super(pool);
        this.times = times;
    }

    /** From now on there are limits in the background too; migrations before took the time they needed. */
    void ready() {
        ready = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        ServletRequestAttributes request = request();
        if (request != null && NoAnswer.isNoted(request.getRequest())) {
            throw new SQLTransientConnectionException("The database did not answer this request before");
        }
        Duration time = time(request);
        try {
            Connection connection = super.getConnection();
            connection.setNetworkTimeout(
                    Runnable::run,
                    time.isZero() ? 0 : (int) time.plus(FOR_THE_CANCELLATION).toMillis());
            return time.isZero() ? connection : bounded(connection, (int) Math.max(1, time.toSeconds()));
        } catch (SQLException e) {
            if (request != null && NoAnswer.isReasonOf(e)) {
                NoAnswer.note(request.getRequest());
            }
            throw e;
        }
    }

    /** What it is made of, for whoever makes another one from it: migrations may run under a role of their own. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type == DataSource.class ? type.cast(obtainTargetDataSource()) : super.unwrap(type);
    }

    private Duration time(@Nullable ServletRequestAttributes request) {
        if (request == null) {
            return ready ? times.jobs() : Duration.ZERO;
        }
        boolean longWork = request.getAttribute(LONG_WORK, RequestAttributes.SCOPE_REQUEST) != null;
        return longWork ? times.jobs() : times.requests();
    }

    private static @Nullable ServletRequestAttributes request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request ? request : null;
    }

    private static Connection bounded(Connection connection, int seconds) {
        return (Connection) Proxy.newProxyInstance(
                BoundedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, sent) -> {
                    try {
                        Object answer = method.invoke(connection, sent);
                        if (answer instanceof Statement statement) {
                            statement.setQueryTimeout(seconds);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
