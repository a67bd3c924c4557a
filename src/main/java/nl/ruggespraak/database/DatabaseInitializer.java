package nl.ruggespraak.database;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded database when nobody named another one. It happens before there is any bean, so that a second
 * start is refused before it has done anything, and the server outlives every bean that uses it.
 */
class DatabaseInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            // The tests have said already what theirs is.
            if (!context.getBeanFactory().containsSingleton(DatabaseKind.BEAN)) {
                context.getBeanFactory().registerSingleton(DatabaseKind.BEAN, DatabaseKind.OWN);
            }
            return;
        }
        EmbeddedDatabase database =
                EmbeddedDatabase.start(Path.of(environment.getProperty("ruggespraak.database.folder", "data")));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embeddedDatabase",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password())));
        context.getBeanFactory().registerSingleton(DatabaseKind.BEAN, DatabaseKind.EMBEDDED);
        context.getDefaultListableBeanFactory().registerDisposableBean("embeddedDatabase", database::close);
    }
}
