package nl.ruggespraak.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * What the engine's own tables need besides: indexes, and an autovacuum that keeps up. The engine makes its tables while
 * it starts, so this comes after it, with a history of its own.
 */
@Component
@DependsOn(EngineTables.ENGINE)
class EngineTables {

    /** The bean that builds the engine. By name: only {@code process} knows its types. */
    static final String ENGINE = "processEngineFactoryBean";

    EngineTables(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/engine")
                .defaultSchema("ruggespraak")
                .table("engine_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
