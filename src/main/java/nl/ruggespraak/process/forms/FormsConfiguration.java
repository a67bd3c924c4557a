package nl.ruggespraak.process.forms;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters through which people's answers come. */
@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    /** After everybody who asks who is there. */
    @Bean
    FilterRegistrationBean<VariablesFilter> variablesFilter(RefusalSentences sentences) {
        FilterRegistrationBean<VariablesFilter> filter = new FilterRegistrationBean<>(new VariablesFilter(sentences));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 20);
        return filter;
    }

    /** The innermost: what stands around it is passed once. */
    @Bean
    FilterRegistrationBean<ConflictFilter> conflictFilter() {
        FilterRegistrationBean<ConflictFilter> filter = new FilterRegistrationBean<>(new ConflictFilter());
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
