package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.authorization.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tables of src/docs/rights.md are those of the program. */
class RightsPageTests {

    private static final Path PAGE = Path.of("src/docs/rights.md");
    private static final Path EXPECTED = Path.of("target/rights.md");
    private static final String RIGHTS = "<!-- rights -->\n";
    private static final String DOORS = "<!-- doors -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void printsTheTables() throws IOException {
        String page = Files.readString(PAGE);
        String expected = with(with(page, RIGHTS, rights()), DOORS, doors());
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected);
        assertThat(page)
                .as("%s differs from the tables Right and Door; what it should be is in %s", PAGE, EXPECTED)
                .isEqualTo(expected);
    }

    private static String with(String page, String begin, String table) {
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + table + page.substring(page.indexOf(END, from));
    }

    private static String rights() {
        Stream<String> people = Right.TABLE.stream()
                .filter(right -> right.role() != Role.ADMINISTRATOR)
                .map(right -> "| %s | %s | %s | %s |\n"
                        .formatted(
                                who(right.role()),
                                right.resource().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                right.id().equals("*") ? "all" : "`" + right.id() + "`",
                                right.permissions().stream()
                                        .map(Permission::getName)
                                        .collect(Collectors.joining(", "))));
        return "| who | what | which | may |\n|---|---|---|---|\n"
                + people.collect(Collectors.joining())
                + "| administrator | everything | all | ALL |\n";
    }

    private static String doors() {
        return "| who | calls | where |\n|---|---|---|\n"
                + Door.TABLE.stream()
                        .map(door -> "| %s | %s | `%s` |\n".formatted(who(door.role()), kind(door), door.pathInWords()))
                        .collect(Collectors.joining());
    }

    private static String kind(Door door) {
        return List.of(Door.Kind.READ, Door.Kind.ASK).contains(door.kind())
                ? door.kind().name().toLowerCase(Locale.ROOT)
                : door.kind().name();
    }

    private static String who(@Nullable Role role) {
        return role == null ? "everybody" : role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
