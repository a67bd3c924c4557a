package nl.ruggespraak.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is found as a whole, at the boundaries of words, whatever the text is written in; and nothing else is. */
class SoughtTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Jan de Vries  | Call JAN DE  VRIES today        | true",
                "Jan de Vries  | Jan de Vriesema                 | false",
                "Jan de Vries  | Marjan de Vries                 | false",
                "Jan de Vries  | {\"candidate\":\"Jan de Vries\"}   | true",
                "Jan de Vries  | {\"text\":\"Hi\\nJan de Vries\"}    | true",
                "Jan de Vries  | <b>Jan&nbsp;de\u00a0Vries</b>    | true",
                "Zoë O'Hara    | Zoë O'Hara                      | true",
                "Zoë O'Hara    | Zoë O’Hara                      | true",
                "Zoë O'Hara    | Zoe\u0308 O'Hara                | true",
                "Zoë O'Hara    | <b>Zoë O&#39;Hara</b>           | true",
                "Zoë O'Hara    | <b>Zo&euml; O&#x27;Hara</b>     | true",
                "Zoë O'Hara    | \"Zo\\u00eb O'Hara\"              | true",
                "ZOË O'HARA    | zoë o'hara                      | true",
                "ZOË O'HARA    | \"Zo\\u00EB O'Hara\"              | true",
                "Zoë O'Hara    | Zoe O'Hara                      | false",
                "Ann Bak       | Ann Bak&euml;                   | false",
                "Ann Bak       | Ann Bak\\u00eb                   | false",
                "Ann Bak       | &eacute;Ann Bak                 | false",
                "Ann Bak       | Ann Bake\u0308                  | false",
                "Ann Bak       | Ann Bak&amp;co                  | true",
                "Łukasz Żak    | Łukasz Żak                      | true",
                "Host          | ng-model=\"hosts\"                | false",
                "Host          | ghost                           | false"
            })
    void findsAWholeName(String name, String text, boolean found) {
        assertThat(!Sought.candidate(name).in(text).isEmpty()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Call Anna Berg today           | false",
                "Dear Anna Berg,                | false",
                "Beste Anna Berg,               | false",
                "met Anna Berg gesproken        | false",
                "Greetings,<br>Anna Berg<br>Ministry | false",
                "Anna Berg's talk               | false",
                "Mevr. Anna Berg                | false",
                "Anna Berg-de Wit               | true",
                "Anna Berg Mulder               | true",
                "Anna Berg van der Wit          | true",
                "Joke Anna Berg                 | true",
                "met Joke Anna Berg             | true",
                "Jo-Anna Berg                   | true",
                "J. Anna Berg                   | true"
            })
    void doubtsWhatMayBePartOfALongerName(String text, boolean longer) {
        assertThat(Sought.candidate("Anna Berg").in(text)).singleElement().satisfies(hit -> {
            assertThat(hit.longer()).isEqualTo(longer);
            assertThat(text.substring(hit.start(), hit.end())).isEqualTo("Anna Berg");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail a.b+c@x.nl.         | true",
                "mailto:A.B+C@x.nl        | true",
                "a-b+c@x.nl               | false",
                "xa.b+c@x.nl              | false",
                "z.a.b+c@x.nl             | false",
                "a.b+c@x.nl.example.org   | false",
                "tel. 06 (12)             | true",
                "tel. 06 (12)3            | false"
            })
    void findsAddressesAndNumbersExactly(String text, boolean found) {
        Sought sought = Sought.colleague("Qq", "Xx", List.of("a.b+c@x.nl"), "06 (12)");
        assertThat(!sought.in(text).isEmpty()).isEqualTo(found);
    }

    @Test
    void findsAFirstNameAloneAsItIsWritten() {
        Sought sought = Sought.colleague("Roos", "Bak", List.of(), null);
        assertThat(sought.in("Roos brings a roos to Roos Bak"))
                .extracting(Sought.Hit::part)
                .containsExactly(Sought.Part.FIRST_NAME, Sought.Part.NAME);
    }
}
