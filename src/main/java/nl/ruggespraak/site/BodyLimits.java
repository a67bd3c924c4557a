package nl.ruggespraak.site;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much somebody may send at once, and how slowly, {@code ruggespraak.limits.*}.
 *
 * @param body the largest body of a request, but for the files that administrators send in
 * @param file the largest of these: a file with people, or the files of a catalogue together
 * @param headerTime within which request line and headers have come
 * @param bodyGrace after which the pace of a body counts
 * @param bodyPace how much of a body comes each second, on average, after that time
 */
@ConfigurationProperties("ruggespraak.limits")
record BodyLimits(
        DataSize body,
        DataSize file,
        @DefaultValue("20s") Duration headerTime,
        @DefaultValue("10s") Duration bodyGrace,
        @DefaultValue("500B") DataSize bodyPace) {

    /** Where administrators send in files. */
    private static final Set<String> FILES = Set.of(
            "/admin/import",
            "/admin/catalogue/esco",
            "/admin/catalogue/REGION/file",
            "/admin/catalogue/OCCUPATION/file");

    /** What a browser sends around a file. */
    private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);

    /** The largest body that may be sent to a path. */
    DataSize most(String method, String path) {
        return takesFile(method, path) ? DataSize.ofBytes(file.toBytes() + ENVELOPE.toBytes()) : body;
    }

    /** The same as somebody is told. */
    DataSize told(String method, String path) {
        return takesFile(method, path) ? file : body;
    }

    private static boolean takesFile(String method, String path) {
        return method.equals("POST") && FILES.contains(path);
    }
}
