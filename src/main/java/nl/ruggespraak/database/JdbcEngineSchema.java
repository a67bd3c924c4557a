package nl.ruggespraak.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Chooses the schema of the engine's tables, which the engine makes and finds without naming one: where they are, or {@code public} when
 * there are none yet. PostgreSQL by itself would take a schema that is named as the role: ours, when the role is called
 * {@code ruggespraak}. A schema that somebody has named stands.
 */
@Component
class JdbcEngineSchema implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcEngineSchema.class);
    private static final String NEW = "public";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getSchema() == null
                && !pool.getJdbcUrl().contains("currentSchema")) {
            DriverManagerDataSource once =
                    new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            Properties settings = new Properties();
            settings.setProperty("connectTimeout", "5");
            settings.setProperty("socketTimeout", "15");
            once.setConnectionProperties(settings);
            try {
                pool.setSchema(schema(JdbcClient.create(once)));
            } catch (CannotGetJdbcConnectionException e) {
                LOG.debug("The database cannot be reached; the pool will say so, too", e);
            }
        }
        return bean;
    }

    /** What the name of one of its tables means to this role, else the only schema where they are. */
    private static String schema(JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(
                            (select relnamespace::regnamespace::text from pg_class where oid = to_regclass('act_ge_property')),
                            (select min(schemaname) from pg_tables where tablename = 'act_ge_property' having count(*) = 1),
                            :new)
                        """).param("new", NEW).query(String.class).single();
    }
}
