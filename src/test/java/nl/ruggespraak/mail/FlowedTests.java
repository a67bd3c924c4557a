package nl.ruggespraak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowedTests {

    private static final String LONG =
            "Two weeks before a network meeting the representative tells the colleagues that it is"
                    + " coming, and asks what they want to give along.";

    @Test
    void breaksLinesBetweenWordsSoThatTheyCanBePutTogetherAgain() {
        String flowed = Flowed.of(LONG);

        assertThat(flowed.lines()).hasSize(2).allMatch(line -> line.length() <= 73);
        assertThat(flowed.replace(" \n", " ")).isEqualTo(LONG);
    }

    @Test
    void keepsQuotesQuoted() {
        String flowed = Flowed.of("> " + LONG);

        assertThat(flowed.lines()).hasSize(2).allMatch(line -> line.startsWith("> "));
        assertThat(flowed.replace(" \n> ", " ")).isEqualTo("> " + LONG);
    }

    @Test
    void leavesALinkWhole() {
        String link = "https://ruggespraak.example.org/a/" + "x".repeat(90);

        assertThat(Flowed.of("Give your asks:\n" + link)).isEqualTo("Give your asks:\n" + link);
        assertThat(Flowed.of("See " + link + " for more")).isEqualTo("See \n" + link + " \nfor more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n\nb", "\na", "a\n", "-- \nRuggespraak", "> one\n>\n> two"})
    void leavesAsItIsWhatFits(String text) {
        assertThat(Flowed.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'From here', ' From here'", "' indented', '  indented'", "'>no quote', ' >no quote'", "'end  ', 'end'"
    })
    void protectsWhatWouldMeanSomething(String line, String travels) {
        assertThat(Flowed.of(line)).isEqualTo(travels);
    }
}
