package nl.ruggespraak.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all tests of this JVM: fast, not durable, gone at the end. */
public final class TestPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** The JDBC address of a new, empty database; its user is {@code postgres}. */
    public static String freshDatabase() {
        String name = "test_" + COUNT.incrementAndGet();
        EmbeddedPostgres server = Server.RUNNING;
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("jit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setRegisterShutdownHook(false)
                        .start();
                // After the applications: one that is closing still writes.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
