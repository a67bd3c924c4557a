package nl.ruggespraak.languages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files in which sentences are used, each with its text. */
final class Sources {

    static final Path JAVA = Path.of("src/main/java/nl/ruggespraak");
    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path FORMS = Path.of("processes/forms");
    static final Path SCRIPTS_OF_PAGES = Path.of("src/main/resources/static");
    static final Path SCRIPTS_OF_TASKLIST =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts");

    private Sources() {}

    /** The files below a folder whose names end so, by path. */
    static Map<Path, String> in(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> found = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ending)).forEach(file -> found.put(file, read(file)));
            if (found.isEmpty()) {
                throw new IllegalStateException("Nothing in " + folder + " ends with " + ending);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
