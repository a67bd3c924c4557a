package nl.ruggespraak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** What the container is told and asked, as far as that can be tried without one. */
@RuggespraakTest
class ContainerTests {

    private static final Pattern NAMED = Pattern.compile("`([^`]*)`");
    private static final Pattern SETTING = Pattern.compile("(?:SPRING|RUGGESPRAAK|SERVER|LOGGING)(?:_[A-Z0-9]+)+");
    private static final Pattern OPTION = Pattern.compile("--(ruggespraak[a-z.-]+)=.*");

    @LocalServerPort
    private int port;

    @Test
    void passesOnEverySettingThatTheGuideForOperationsNames() throws IOException {
        Set<String> named = named(Files.readString(Path.of("src/docs/operations.md")));
        assertThat(named)
                .hasSizeGreaterThan(30)
                .contains("SPRING_MAIL_PASSWORD", "RUGGESPRAAK_CATALOGUE_IMPORT", "RUGGESPRAAK_DEMO");
        assertThat(environment().keySet()).containsAll(named);
    }

    /** Empty text would be a value: an address that is empty, a number that is none. What has no value in the file is passed on only when it is set. */
    @Test
    void leavesSettingsThatNobodyMadeToTheirDefaults() throws IOException {
        assertThat(environment().values())
                .allSatisfy(value -> assertThat(String.valueOf(value)).doesNotContain(":-}"));
    }

    @Test
    void asksTheApplicationWhetherItIsUp() throws IOException, InterruptedException {
        assertThat(health(port)).isZero();
    }

    @Test
    void isUnhealthyWhereNothingAnswers() throws IOException, InterruptedException {
        assertThat(health(1)).isNotZero();
    }

    private static int health(int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "src/main/docker/health.sh").redirectErrorStream(true);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> all = new Yaml().load(file);
            return (Map<String, Object>) requireNonNull(
                    requireNonNull(requireNonNull(all.get("services")).get("application"))
                            .get("environment"));
        }
    }

    /** A name that begins with … differs from the one before it, on the same line, in its last part. */
    private static Set<String> named(String guide) {
        Set<String> found = new TreeSet<>();
        for (String line : guide.split("\n", -1)) {
            String last = "";
            for (Matcher name = NAMED.matcher(line); name.find(); ) {
                Matcher setting = SETTING.matcher(name.group(1));
                Matcher option = OPTION.matcher(name.group(1));
                if (setting.lookingAt()) {
                    last = setting.group();
                    found.add(last);
                } else if (name.group(1).startsWith("…_") && !last.isEmpty()) {
                    found.add(last.substring(0, last.lastIndexOf('_'))
                            + name.group(1).substring(1));
                } else if (option.matches()) {
                    found.add(option.group(1).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
                }
            }
        }
        return found;
    }
}
