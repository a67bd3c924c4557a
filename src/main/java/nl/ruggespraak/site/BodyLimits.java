package nl.ruggespraak.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much somebody may send at once, and how slowly, {@code ruggespraak.limits.*}.
 *
 * @param body the largest body of a request, but for the file with people
 * @param peopleFile the largest file with people
 * @param headerTime within which request line and headers have come
 * @param bodyGrace after which the pace of a body counts
 * @param bodyPace how much of a body comes each second, on average, after that time
 */
@ConfigurationProperties("ruggespraak.limits")
record BodyLimits(
        DataSize body,
        DataSize peopleFile,
        @DefaultValue("20s") Duration headerTime,
        @DefaultValue("10s") Duration bodyGrace,
        @DefaultValue("500B") DataSize bodyPace) {

    /** What a browser sends around a file. */
    private static final DataSize ENVELOPE = DataSize.ofKilobytes(64);

    /** The largest body that may be sent to a path. */
    DataSize most(String method, String path) {
        return isPeopleFile(method, path) ? DataSize.ofBytes(peopleFile.toBytes() + ENVELOPE.toBytes()) : body;
    }

    /** The same as somebody is told. */
    DataSize told(String method, String path) {
        return isPeopleFile(method, path) ? peopleFile : body;
    }

    private static boolean isPeopleFile(String method, String path) {
        return method.equals("POST") && path.equals("/admin/import");
    }
}
