package nl.ruggespraak.database;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

/** Lets the engine start after our migrations: what it deploys and runs may count on our tables. */
class EngineAfterOurTables implements DependsOnDatabaseInitializationDetector {

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beans) {
        return beans.containsBeanDefinition(EngineTables.ENGINE) ? Set.of(EngineTables.ENGINE) : Set.of();
    }
}
