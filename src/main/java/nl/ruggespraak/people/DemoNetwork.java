package nl.ruggespraak.people;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.database.ConditionalOnEmbeddedDatabase;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The demo network, told in {@code db/demo}: there before anything reads the tables, and on the embedded database only, unless somebody
 * wants none ({@code RUGGESPRAAK_DEMO=false}).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDatabase
@ConditionalOnBooleanProperty(name = "ruggespraak.demo", matchIfMissing = true)
class DemoNetwork {

    @Bean
    FlywayConfigurationCustomizer foundTheDemoNetwork(@Value("${ruggespraak.language:en}") Locale language) {
        return flyway -> flyway.locations(
                        Stream.concat(Stream.of(flyway.getLocations()), Stream.of(new Location("classpath:db/demo")))
                                .toArray(Location[]::new))
                .placeholders(Map.of("language", language.getLanguage()));
    }
}
