package nl.ruggespraak.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.ruggespraak.RuggespraakTest;
import org.springframework.test.context.TestPropertySource;

/** The application as it runs in earnest: behind a proxy that ends TLS and tells who comes from where, with the limits that hold by default. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RuggespraakTest
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "ruggespraak.limits.sign-in-per-address=50 per 10m",
            "ruggespraak.limits.forgotten-passwords-per-address=30 per 10m",
            "ruggespraak.limits.password-changes-per-person=5 per 5m",
            "ruggespraak.limits.requests-per-link=120 per 1m",
            "ruggespraak.limits.wrong-links-per-address=60 per 1m",
            "ruggespraak.limits.sign-in-elsewhere-per-address=60 per 1m",
            "ruggespraak.limits.forms-per-person=120 per 1m"
        })
@interface BehindAProxy {}
