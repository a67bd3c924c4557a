package nl.ruggespraak.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void isDurableAndReachedFromThisMachineAlone() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(database, "unix_socket_directories")).isEmpty();
            assertThat(show(database, "timezone")).isEqualTo("UTC");
            assertThat(show(database, "jit")).isEqualTo("off");
            assertThat(show(database, "server_version")).startsWith("17.");
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port(database)).close())
                        .as("connecting to %s", address)
                        .isInstanceOf(java.io.IOException.class);
            }
        }
    }

    @Test
    void asksForItsPassword() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(
                            () -> new DriverManagerDataSource(database.url(), database.user(), "guess").getConnection())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsItsDataOverARestart() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            jdbc(database).sql("create table kept (id int)").update();
            jdbc(database).sql("insert into kept values (42)").update();
        }
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(jdbc(database)
                            .sql("select id from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void findsTheServerOfAKilledApplicationAndStopsItCleanly() throws Exception {
        Process application = JavaProcess.start(StartsADatabase.class, folder.toString());
        assertThat(application.inputReader().readLine()).isEqualTo("kept");
        application.destroyForcibly();
        assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(OrphanedServer.find(folder.resolve("postgresql"))).isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(jdbc(database)
                            .sql("select id from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(7);
            assertThat(log()).contains("database system is shut down").doesNotContain("automatic recovery");
        }
        assertThat(OrphanedServer.find(folder.resolve("postgresql"))).isEmpty();
    }

    @Test
    void leavesAnotherProcessOfTheSameNumberAlone() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        assertThat(OrphanedServer.find(data)).isEmpty();
    }

    @Test
    void refusesASecondStartInOneSentence() throws Exception {
        try (DataFolder claimed = DataFolder.claim(folder)) {
            Process second = JavaProcess.start(
                    nl.ruggespraak.RuggespraakApplication.class,
                    "--server.port=0",
                    "--ruggespraak.database.folder=" + folder);
            String output = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(output)
                    .containsOnlyOnce("Ruggespraak is already running on the data in " + claimed.path()
                            + ": stop it first, or start this one in another working folder.")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
            assertThat(claimed.data()).doesNotExist();
        }
    }

    @Test
    void staysOffWhenAnotherDatabaseIsNamed() {
        Path nothing = folder.resolve("nothing");
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "spring.datasource.url",
                                "jdbc:postgresql://db/ruggespraak",
                                "ruggespraak.database.folder",
                                nothing.toString())));

        new DatabaseInitializer().initialize(context);

        assertThat(nothing).doesNotExist();
        assertThat(context.getBeanFactory().getSingleton(DatabaseKind.BEAN)).isEqualTo(DatabaseKind.OWN);
    }

    @Test
    void startsWhenNoDatabaseIsNamedAndStopsWithTheApplication() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "spring.datasource.url", "", "ruggespraak.database.folder", folder.toString())));

        new DatabaseInitializer().initialize(context);
        context.refresh();

        assertThat(context.getBean(DatabaseKind.class)).isEqualTo(DatabaseKind.EMBEDDED);
        assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                .startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(folder.resolve("postgresql/postmaster.pid")).exists();
        context.close();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    private String log() throws java.io.IOException {
        try (var files = Files.list(folder.resolve("postgresql/log"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static java.util.List<InetAddress> otherAddresses() throws Exception {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static int port(EmbeddedDatabase database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    private static String show(EmbeddedDatabase database, String setting) {
        return jdbc(database).sql("show " + setting).query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }
}
