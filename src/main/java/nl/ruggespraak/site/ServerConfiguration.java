package nl.ruggespraak.site;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What the web server does before and after the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pagesForUnreadableRequests(
            ObjectProvider<ITemplateEngine> templates) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadableRequest(templates.getObject())));
    }

    /** What is too large, too slow, or calls us by another name ends here. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedRequests(
            BodyLimits limits, ServerProperties server, @Value("${ruggespraak.url}") URI address) {
        return factory -> {
            factory.setProtocol(PacedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                PacedProtocol http = (PacedProtocol) connector.getProtocolHandler();
                http.setHeaderTime(limits.headerTime());
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout((int) limits.bodyGrace().toMillis());
                connector.setMaxPostSize(
                        (int) Math.min(Integer.MAX_VALUE, limits.body().toBytes()));
            });
            factory.addContextCustomizers(context -> {
                context.getParent()
                        .getPipeline()
                        .addValve(new BodyValve(
                                limits, server.getTomcat().getThreads().getMax()));
                context.getParent().getPipeline().addValve(new OwnAddress(address));
            });
        };
    }

    @Bean
    FilterRegistrationBean<RequestBounds> requestBounds() {
        FilterRegistrationBean<RequestBounds> filter = new FilterRegistrationBean<>(new RequestBounds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RelativeRedirects> relativeRedirects() {
        FilterRegistrationBean<RelativeRedirects> filter = new FilterRegistrationBean<>(new RelativeRedirects());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return filter;
    }

    @Bean
    static BeanPostProcessor addressesBelowPath(Environment environment) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringTemplateEngine engine) {
                    engine.setLinkBuilder(new AddressesBelowPath(environment
                            .getProperty("server.servlet.context-path", "")
                            .replaceAll("/+$", "")));
                }
                return bean;
            }
        };
    }

    @Bean
    FilterRegistrationBean<SecureCookies> secureCookies() {
        FilterRegistrationBean<SecureCookies> filter = new FilterRegistrationBean<>(new SecureCookies());
        filter.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        // After a proxy's word on TLS, if it is taken.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
