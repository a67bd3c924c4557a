package nl.ruggespraak.database;

import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives each application context of the tests a database of its own, which counts as the embedded one. */
public class FreshDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        OnGuidedDatabase guided = AnnotatedElementUtils.findMergedAnnotation(testClass, OnGuidedDatabase.class);
        return new Customizer(guided == null ? null : guided.value());
    }

    private record Customizer(@Nullable GuidedDatabase guided) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            TestPropertyValues.of(
                            "spring.datasource.hikari.maximum-pool-size=8", "spring.datasource.hikari.minimum-idle=1")
                    .and(
                            guided == null
                                    ? Stream.of(
                                            "spring.datasource.url=" + TestPostgres.freshDatabase(),
                                            "spring.datasource.username=postgres")
                                    : Stream.concat(
                                            Stream.of("spring.datasource.url=" + guided.make()),
                                            guided.settings().stream()))
                    .applyTo(context);
            context.getBeanFactory().registerSingleton(DatabaseKind.BEAN, DatabaseKind.EMBEDDED);
        }
    }
}
