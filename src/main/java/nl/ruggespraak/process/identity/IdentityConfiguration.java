package nl.ruggespraak.process.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** The filters between Spring Security, which knows who is there, and the engine, which must be told. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    private static final int AFTER_SPRING_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<AdministratorSetupFilter> administratorSetupFilter() {
        FilterRegistrationBean<AdministratorSetupFilter> filter =
                new FilterRegistrationBean<>(new AdministratorSetupFilter());
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before the engine is told who is there: the doorkeeper asks it as itself. */
    @Bean
    FilterRegistrationBean<Doorkeeper> doorkeeper(
            IdentityService identity, MessageSource messages, LocaleResolver languages, ObjectMapper json) {
        FilterRegistrationBean<Doorkeeper> filter =
                new FilterRegistrationBean<>(new Doorkeeper(identity, messages, languages, json));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY - 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineAuthenticationFilter> engineAuthenticationFilter(IdentityService identity) {
        FilterRegistrationBean<EngineAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new EngineAuthenticationFilter(identity));
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<QueryBounds> queryBounds(
            MessageSource messages, LocaleResolver languages, ObjectMapper json) {
        FilterRegistrationBean<QueryBounds> filter =
                new FilterRegistrationBean<>(new QueryBounds(messages, languages, json));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY + 1);
        return filter;
    }

    /** One sign-in: who is there for Spring Security is there for Tasklist, Cockpit and Admin. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppAuthenticationFilter() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                ContainerBasedAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SPRING_SECURITY);
        return filter;
    }
}
