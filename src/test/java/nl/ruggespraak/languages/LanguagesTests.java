package nl.ruggespraak.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.shared.Languages;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English and Dutch are complete: no sentence is missing, unused or twice, and none is written anywhere else. */
class LanguagesTests {

    private static final MessageFile ENGLISH = MessageFile.english();
    private static final MessageFile DUTCH = MessageFile.of(Languages.DUTCH);

    @Test
    void noSentenceIsMissingInEitherLanguage() {
        assertThat(DUTCH.keys()).isEqualTo(ENGLISH.keys()).hasSizeGreaterThan(800);
        assertThat(ENGLISH.keys()).allSatisfy(key -> {
            assertThat(ENGLISH.sentence(key)).as(key).isNotBlank();
            assertThat(DUTCH.sentence(key)).as(key).isNotBlank();
        });
    }

    /** One word may be the same in both; two words in a row are a sentence that nobody has translated. */
    @Test
    void noSentenceIsLeftInEnglish() {
        assertThat(DUTCH.keys())
                .filteredOn(key -> DUTCH.sentence(key).equals(ENGLISH.sentence(key)))
                .noneMatch(key -> TWO_WORDS.matcher(DUTCH.sentence(key)).find());
    }

    @Test
    void noKeyIsThereTwice() {
        for (MessageFile file : List.of(ENGLISH, DUTCH)) {
            assertThat(file.written()).doesNotHaveDuplicates().hasSameSizeAs(file.keys());
        }
    }

    @Test
    void everySentenceIsAPatternWithTheSameArguments() {
        assertThat(ENGLISH.keys())
                .allSatisfy(key -> assertThat(DUTCH.arguments(key)).as(key).isEqualTo(ENGLISH.arguments(key)));
    }

    @Test
    void noApostropheIsLost() {
        for (MessageFile file : List.of(ENGLISH, DUTCH)) {
            assertThat(file.keys()).noneMatch(file::losesAnApostrophe);
        }
    }

    @Test
    void everySentenceIsUsed() {
        Set<String> unused = new TreeSet<>(ENGLISH.keys());
        unused.removeAll(used().keys());
        assertThat(unused).as("keys that nothing uses").isEmpty();
    }

    @Test
    void everySentenceThatIsUsedIsThere() {
        UsedMessages used = used();
        Set<String> groups = ENGLISH.keys().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> beginnings =
                ENGLISH.keys().stream().flatMap(LanguagesTests::beginnings).collect(Collectors.toSet());
        assertThat(used.keys().stream()
                        .filter(key -> groups.contains(key.substring(0, key.indexOf('.'))))
                        .filter(key -> !beginnings.contains(key))
                        .filter(key -> !NO_KEYS.matcher(key).matches())
                        .filter(key -> !ENGLISH.keys().contains(key))
                        .map(key -> key + " in " + used.place(key)))
                .as("keys that are used and not there")
                .isEmpty();
    }

    @Test
    void pagesHoldNoWordsOfTheirOwn() {
        assertThat(found(Sources.TEMPLATES, ".html", LiteralWords::inTemplate)).isEmpty();
    }

    @Test
    void mailsHoldNoWordsOfTheirOwn() {
        assertThat(found(Sources.TEMPLATES, ".txt", LiteralWords::inText)).isEmpty();
        assertThat(found(Sources.JAVA.resolve("notice"), ".java", LiteralWords::inProgram))
                .isEmpty();
        assertThat(found(Sources.JAVA.resolve("reportback"), "DraftTexts.java", LiteralWords::inProgram))
                .isEmpty();
    }

    @Test
    void formsHoldNoWordsOfTheirOwn() {
        assertThat(found(Sources.FORMS, ".html", LiteralWords::inForm)).isEmpty();
        assertThat(found(Sources.FORMS, ".html", html -> LiteralWords.inProgram(scriptOf(html))))
                .isEmpty();
    }

    @Test
    void scriptsHoldNoWordsOfTheirOwn() {
        assertThat(found(Sources.SCRIPTS_OF_PAGES, ".js", LiteralWords::inProgram))
                .isEmpty();
        assertThat(found(Sources.SCRIPTS_OF_TASKLIST, "ruggespraak-forms.js", LiteralWords::inProgram))
                .isEmpty();
        assertThat(found(Sources.SCRIPTS_OF_TASKLIST, "ruggespraak-filters.js", LiteralWords::inProgram))
                .isEmpty();
    }

    /** A title that is passed as the page's own text would be the template's example. */
    @Test
    void titlesOfPagesAreMessages() {
        assertThat(found(
                        Sources.TEMPLATES,
                        ".html",
                        html -> Pattern.compile("title=~\\{[^}]*}")
                                .matcher(html)
                                .results()
                                .map(title -> title.group() + ": say title=#{…} instead")
                                .toList()))
                .isEqualTo(Map.of());
    }

    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
    private static final Pattern NO_KEYS = Pattern.compile("mail\\.smtp\\..*|mail\\.debug|form\\.js|link\\.js");

    private static UsedMessages used() {
        return UsedMessages.everywhere(ENGLISH.keys());
    }

    /** What a longer key is put together from. */
    private static Stream<String> beginnings(String key) {
        return Stream.iterate(key, part -> part.contains("."), part -> part.substring(0, part.lastIndexOf('.')))
                .skip(1);
    }

    private static Map<String, List<String>> found(Path folder, String ending, Function<String, List<String>> words) {
        Map<String, List<String>> found = new TreeMap<>();
        Sources.in(folder, ending).forEach((file, text) -> {
            List<String> literal = words.apply(text);
            if (!literal.isEmpty()) {
                found.put(Objects.toString(file.getFileName()), literal);
            }
        });
        return found;
    }

    private static String scriptOf(String html) {
        return Pattern.compile("(?s)<script[^>]*>(.*?)</script>")
                .matcher(html)
                .results()
                .map(script -> script.group(1))
                .collect(Collectors.joining("\n"));
    }

    /** The checks themselves find what they are there for. */
    @Nested
    class Planted {

        @Test
        void aKeyTwiceIsSeen() {
            assertThat(MessageFile.saying("a.b=One\na.c=\\\n  a.d=no key\n# a.e=none\na.b=Two")
                            .written())
                    .containsExactly("a.b", "a.c", "a.b");
        }

        @Test
        void aLostApostropheIsSeen() {
            MessageFile file = MessageFile.saying("a.b=It's here\na.c=It''s here\na.d='{'0}");
            assertThat(file.losesAnApostrophe("a.b")).isTrue();
            assertThat(file.losesAnApostrophe("a.c")).isFalse();
        }

        @Test
        void aPatternThatIsNoneIsRefused() {
            assertThatThrownBy(() -> MessageFile.saying("a.b={0,choice,x").arguments("a.b"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(MessageFile.saying("a.b={1,choice,1#one|1<{1} of {0}}").arguments("a.b"))
                    .containsExactly("0", "1");
        }

        @Test
        void whatCodeRefusesIsSeen() {
            assertThat(UsedMessages.of("X.java", """
                    row.require(a == null || b(c, d), "kind", e ? "missing" : "unknown");
                    checks.plain().require(!a.isEmpty(), "colleagues", "unknown", x);
                    String title = checks.plain().text("title", given, 120);
                    row.day("from", value, today, 5);
                    return Problem.of("a", "refusal.a.b");
                    """).keys())
                    .containsExactlyInAnyOrder(
                            "refusal.kind.missing",
                            "refusal.kind.unknown",
                            "refusal.colleagues.unknown",
                            "refusal.title.missing",
                            "refusal.title.tooLong",
                            "refusal.from.past",
                            "refusal.from.tooFar",
                            "refusal.a.b");
        }

        @Test
        void whatALetterSaysIsSeen() {
            assertThat(UsedMessages.of("/notice/X.java", """
                    letters.begin(
                            "brief", key, to, meeting).subject(a)
                        .say("opening", x).say(a ? "one" : "other").action(".decide").fact("terms", t)
                    """).keys())
                    .containsExactlyInAnyOrder(
                            "notice.brief.subject",
                            "notice.brief.opening",
                            "notice.brief.one",
                            "notice.brief.other",
                            "notice.decide",
                            "notice.fact.terms");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p>Hello</p>",
                    "<p th:class=\"x\">Hello</p>",
                    "<p><b th:text=\"#{x}\">Example</b> and more</p>",
                    "<img alt=\"A picture\">",
                    "<input placeholder=\"Your name\">",
                    "<input type=\"submit\" value=\"Send\">",
                    "<p th:text=\"#{x}\">Example<br>more</p><p>Hello</p>"
                })
        void wordsInATemplateAreSeen(String html) {
            assertThat(LiteralWords.inTemplate(html)).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p th:text=\"#{x}\">Hello</p>",
                    "<p th:if=\"${a > b}\"><b th:text=\"#{x}\">Hello <i>you</i></b>, <!-- words --> ·</p>",
                    "<input name=\"do\" value=\"send\" title=\"x\" th:title=\"#{x}\">",
                    "<a>Ruggespraak</a><script>var words = 'two words';</script>"
                })
        void examplesInATemplateAreNot(String html) {
            assertThat(LiteralWords.inTemplate(html)).isEmpty();
        }

        @Test
        void wordsInFormsTextsAndProgramsAreSeen() {
            assertThat(LiteralWords.inForm("<p>#{form.a} or {{b}}</p><rg-field label=\"Name\" hint=\"#{form.c}\">"))
                    .containsExactly("or", "Name");
            assertThat(LiteralWords.inText("[# th:if=\"${a}\"][(#{b})][/]: Hello"))
                    .containsExactly("Hello");
            assertThat(LiteralWords.inProgram(
                            "// not this\nsay('It did not work'); css('a.b input, .c'); x = 'use strict-ly';"))
                    .containsExactly("It did not work");
        }
    }
}
