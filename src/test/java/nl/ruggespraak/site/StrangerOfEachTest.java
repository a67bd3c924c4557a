package nl.ruggespraak.site;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/** Gives each test that wants one a new stranger, who has no cookie yet. */
@TestConfiguration(proxyBeanMethods = false)
public class StrangerOfEachTest {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Visitor stranger(Environment environment) {
        return Visitor.stranger(environment.getRequiredProperty("local.server.port", Integer.class));
    }
}
