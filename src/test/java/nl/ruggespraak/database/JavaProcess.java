package nl.ruggespraak.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path of the tests. */
public final class JavaProcess {

    private JavaProcess() {}

    /** Its output is to be read. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        return builder(main, arguments).start();
    }

    /** Its output goes into a file. */
    public static Process start(Path output, Class<?> main, String... arguments) throws IOException {
        return builder(main, arguments).redirectOutput(output.toFile()).start();
    }

    private static ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
