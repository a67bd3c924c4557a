package nl.ruggespraak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of the embedded database, for one application at a time. The claim ends with the JVM, however it ends. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel claim;

    private DataFolder(Path path, FileChannel claim) {
        this.path = path;
        this.claim = claim;
    }

    /** @throws DatabaseInUseException when somebody else has it */
    static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, OwnerOnly.folder(path));
            FileChannel channel =
                    FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseInUseException(path);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the embedded database can't be used: " + path, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // claimed in this very JVM
        }
    }

    Path path() {
        return path;
    }

    Path data() {
        return path.resolve("postgresql");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path password() {
        return path.resolve("password");
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
