package nl.ruggespraak;

import java.util.Locale;
import nl.ruggespraak.people.Demo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines on the console: where to go, and as whom. */
@Component
class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Demo demo;
    private final MessageSource messages;
    private final Environment environment;
    private final Locale language;

    Welcome(
            Demo demo,
            MessageSource messages,
            Environment environment,
            @Value("${ruggespraak.language:en}") Locale language) {
        this.demo = demo;
        this.messages = messages;
        this.environment = environment;
        this.language = language;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        LOG.info("{}", text());
    }

    String text() {
        String address = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        address += "://" + host() + ":" + environment.getProperty("local.server.port")
                + environment.getProperty("server.servlet.context-path", "").replaceAll("/+$", "");
        return message(demo.isThere() ? "start.demo" : "start.own", address);
    }

    private String host() {
        String host = environment.getProperty("server.address", "localhost");
        return host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
    }

    private String message(String key, String address) {
        return messages.getMessage(key, new Object[] {address}, language);
    }
}
