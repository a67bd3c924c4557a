package nl.ruggespraak.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that outlived the application which had started it, as it does after {@code kill -9}. */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ProcessHandle process;

    private OrphanedServer(ProcessHandle process) {
        this.process = process;
    }

    /**
     * The server that runs on this data. Call it only while holding the {@link DataFolder}: then nobody else is there
     * whom it could belong to.
     */
    static Optional<OrphanedServer> find(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> isPostgresOn(data, process))
                .map(OrphanedServer::new);
    }

    /** After a reboot the number may belong to any other process, which must be left alone. */
    private static boolean isPostgresOn(Path data, ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        return postgres
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .orElse(true);
    }

    /** Ends it as PostgreSQL wants to be ended: nothing is lost, and the next start needs no recovery. */
    void stop() {
        LOG.info("Stopping the embedded PostgreSQL that an earlier run left behind (process {})", process.pid());
        process.destroy();
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The PostgreSQL server of an earlier run, process " + process.pid() + ", does not stop", e);
        }
    }
}
