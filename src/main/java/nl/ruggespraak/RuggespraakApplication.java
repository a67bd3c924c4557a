package nl.ruggespraak;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Ruggespraak. */
@SpringBootApplication(proxyBeanMethods = false)
public class RuggespraakApplication {

    /** Runs in UTC: dates of a network are turned into its own zone where they are shown. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(RuggespraakApplication.class, args);
    }
}
