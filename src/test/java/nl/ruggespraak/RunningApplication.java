package nl.ruggespraak;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.database.JavaProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;

/** The application as people run it: in a process of its own, on an embedded database in a folder, with everything that runs in the background. */
public final class RunningApplication implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+:\\d+)/");

    private final Process process;
    private final Path folder;
    private final String address;

    private RunningApplication(Process process, Path folder, String address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** Starts it and returns when it says where to go. */
    public static RunningApplication start(Path folder, String... settings) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--ruggespraak.database.folder=" + folder.resolve("data")));
        arguments.addAll(List.of(settings));
        Path log = Files.createTempFile(folder, "application", ".log");
        Process process = JavaProcess.start(log, RuggespraakApplication.class, arguments.toArray(String[]::new));
        await().atMost(Duration.ofMinutes(3))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(Files.readString(log));
                    }
                })
                .until(() -> ADDRESS.matcher(Files.readString(log)).find());
        Matcher found = ADDRESS.matcher(Files.readString(log));
        if (!found.find()) {
            throw new IllegalStateException(Files.readString(log));
        }
        return new RunningApplication(process, folder, found.group(1));
    }

    /** Its pages and REST interface, as this person, whose password is the key. */
    public RestClient as(String person) {
        return RestClient.builder()
                .baseUrl(address)
                .defaultHeaders(headers -> headers.setBasicAuth(person, person))
                .build();
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Its database. */
    public JdbcClient jdbc() throws IOException {
        String port = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"))
                .get(3)
                .strip();
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                Files.readString(folder.resolve("data/password"))));
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }

    /** Ends it in order. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
    }
}
