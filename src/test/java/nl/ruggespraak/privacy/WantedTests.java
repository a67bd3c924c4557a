package nl.ruggespraak.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class WantedTests {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Jan de Vries  | Call JAN DE  VRIES today      | true",
                "Jan de Vries  | Jan de Vriesema               | false",
                "Jan de Vries  | {\"candidate\":\"Jan de Vries\"} | true",
                "Zoë O'Hara    | Zoë O'Hara                    | true",
                "Zoë O'Hara    | <b>Zoë O&#39;Hara</b>         | true",
                "Zoë O'Hara    | \"Zo\\u00eb O'Hara\"            | true",
                "ZOË O'HARA    | zoë o'hara                    | true",
                "ZOË O'HARA    | \"Zo\\u00eb O'Hara\"            | true",
                "Zoë O'Hara    | Zoe O'Hara                    | false",
                "a.b+c@x.nl    | mail a.b+c@x.nl.              | true",
                "a.b+c@x.nl    | a-b+c@x.nl                    | false",
                "06 (12)       | tel. 06 (12)                  | true"
            })
    void findsWordsHoweverTheyAreWritten(String words, String text, boolean found) {
        assertFound(Wanted.words(List.of(words)), text, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lnv-adviser-1 | lnv-adviser-1                     | true",
                "lnv-adviser-1 | announcement/sam/lnv/lnv-adviser-1 | true",
                "lnv-adviser-1 | [\"lnv-adviser-1\"]                 | true",
                "lnv-adviser-1 | lnv-adviser-10                    | false",
                "lnv-adviser-1 | x-lnv-adviser-1                   | false",
                "chair         | chair                             | true",
                "chair         | meeting/7/chair                   | true",
                "chair         | the chair of the network          | false",
                "chair         | chairs                            | false"
            })
    void findsKeysOnTheirOwn(String key, String text, boolean found) {
        assertFound(Wanted.key(key), text, found);
    }

    private void assertFound(Wanted wanted, String text, boolean found) {
        assertThat(jdbc.sql("select :text ~* :wanted")
                        .param("text", text)
                        .param("wanted", wanted.inText())
                        .query(Boolean.class)
                        .single())
                .as("as text: %s", wanted.inText())
                .isEqualTo(found);
        assertThat(jdbc.sql("select encode(convert_to(:text, 'UTF8'), 'escape') ~* :wanted")
                        .param("text", text)
                        .param("wanted", wanted.inBytes())
                        .query(Boolean.class)
                        .single())
                .as("as bytes: %s", wanted.inBytes())
                .isEqualTo(found);
    }
}
