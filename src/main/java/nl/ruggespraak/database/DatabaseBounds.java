package nl.ruggespraak.database;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import nl.ruggespraak.shared.LongWork;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sees that nobody waits for the database for ever, and that it is asked in a way that a pooler between takes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseTimes.class)
class DatabaseBounds implements WebMvcConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBounds.class);

    @Bean
    static PoolSetUp poolSetUp(ObjectProvider<DatabaseTimes> times) {
        return new PoolSetUp(times);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof HandlerMethod method
                        && (method.hasMethodAnnotation(LongWork.class)
                                || method.getBeanType().isAnnotationPresent(LongWork.class))) {
                    request.setAttribute(BoundedDataSource.LONG_WORK, true);
                }
                return true;
            }
        });
    }

    /** Bounds the pool, and asks before it opens what it will be talking to. */
    static final class PoolSetUp implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {

        private final ObjectProvider<DatabaseTimes> times;
        private final AtomicReference<@Nullable BoundedDataSource> bounded = new AtomicReference<>();

        PoolSetUp(ObjectProvider<DatabaseTimes> times) {
            this.times = times;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool && !pool.isRunning()) {
                adapt(pool);
            }
            return bean;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool) {
                BoundedDataSource source = new BoundedDataSource(pool, times.getObject());
                bounded.set(source);
                return source;
            }
            return bean;
        }

        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            BoundedDataSource source = bounded.get();
            if (source != null) {
                source.ready();
            }
        }

        /** A pooler takes no options with a connection, and gives each transaction another session, which knows no statement of the one before. */
        private static void adapt(HikariDataSource pool) {
            Properties settings = new Properties();
            settings.setProperty("user", String.valueOf(pool.getUsername()));
            settings.setProperty("password", String.valueOf(pool.getPassword()));
            settings.setProperty("connectTimeout", "5");
            settings.setProperty("socketTimeout", "15");
            try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), settings);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_backend_pid(), current_setting('jit')")) {
                row.next();
                boolean pooler =
                        row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
                if (!pooler) {
                    // The engine's queries are short: compiling their plans takes longer than running them.
                    pool.addDataSourceProperty("options", "-c jit=off");
                    return;
                }
                LOG.info("The database is behind a pooler: statements are prepared for one transaction each");
                pool.addDataSourceProperty("prepareThreshold", "0");
                if ("on".equals(row.getString(2))) {
                    LOG.warn(
                            "Plans are compiled, which takes longer than running them: alter role {} set jit = off",
                            pool.getUsername());
                }
            } catch (SQLException e) {
                // The pool will say so, too.
                LOG.debug("The database cannot be reached yet", e);
            }
        }
    }
}
