package nl.ruggespraak.database;

import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives each application context of the tests a database of its own, which counts as the embedded one. */
public class FreshDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return new Customizer();
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestPostgres.freshDatabase(),
                            "spring.datasource.username=postgres",
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "spring.datasource.hikari.minimum-idle=1")
                    .applyTo(context);
            context.getBeanFactory().registerSingleton(DatabaseKind.BEAN, DatabaseKind.EMBEDDED);
        }
    }
}
