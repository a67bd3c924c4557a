package nl.ruggespraak.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.shared.Languages;
import nl.ruggespraak.shared.UnusableSetting;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Dutch of the models is complete, and changes nothing else in them. */
class LanguagesOfModelsTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final double WIDEST_WORD = 12;
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{");

    private final Properties dutch = ModelTexts.load(Languages.DUTCH);

    @Test
    void everyTextOfEveryModelHasItsDutchAndNoneIsLeftOver() throws IOException {
        assertThat(dutch.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english().keySet());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNamedElementIsAmongThem(Path model) throws IOException {
        if (!model.toString().endsWith(".bpmn")) {
            return;
        }
        String process = nameOf(model).replace(".bpmn", "");
        Map<String, String> english = ModelTexts.inEnglish(nameOf(model), Files.readString(model));
        read(Files.readString(model)).getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .forEach(element ->
                        assertThat(english).containsEntry(process + "." + element.getId(), element.getName()));
        assertThat(english).containsKeys(process + "." + process, process + "." + process + ".documentation");
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyTheTextsChange(Path model) throws IOException {
        String english = Files.readString(model);
        String inDutch = new ModelTexts(Languages.DUTCH).fill(nameOf(model), english);

        assertThat(ModelTexts.inEnglish(nameOf(model), inDutch))
                .isEqualTo(texts(ModelTexts.inEnglish(nameOf(model), english).keySet()));
        assertThat(withoutTexts(inDutch)).isEqualTo(withoutTexts(english));
        assertThat(new ModelTexts(Languages.DUTCH).fill(nameOf(model), english)).isEqualTo(inDutch);
    }

    @ParameterizedTest
    @MethodSource("models")
    void inEnglishAModelGoesOutAsItIs(Path model) throws IOException {
        String english = Files.readString(model);
        assertThat(new ModelTexts(Locale.ENGLISH).fill(nameOf(model), english)).isSameAs(english);
        assertThat(new ModelTexts(Locale.UK).fill(nameOf(model), english)).isSameAs(english);
    }

    /** Expressions in names show raw in the history. */
    @Test
    void namesAreConstant() throws IOException {
        assertThat(english().values()).noneMatch(EXPRESSION.asPredicate());
        assertThat(dutch.values()).noneMatch(text -> EXPRESSION.asPredicate().test((String) text));
    }

    /** A wider word is broken anywhere, or runs over the edge of a task. Sub-processes and processes have more room. */
    @Test
    void everyWordFitsIntoTheDrawing() throws IOException {
        for (Path model : models()) {
            if (nameOf(model).endsWith(".bpmn")) {
                read(Files.readString(model)).getModelElementsByType(FlowElement.class).stream()
                        .filter(element -> element.getName() != null && !(element instanceof SubProcess))
                        .map(element -> nameOf(model).replace("bpmn", "") + element.getId())
                        .forEach(key -> assertThat(dutch.getProperty(key).split(" "))
                                .as(key)
                                .allMatch(word -> width(word) <= WIDEST_WORD));
            }
        }
    }

    /** In letters of the usual width; the narrow ones are half as wide. */
    private static double width(String word) {
        return word.length()
                - word.chars().filter(letter -> "fijlt".indexOf(letter) >= 0).count() / 2.0;
    }

    @Test
    void aSentenceOfTheDecisionSpeaksOfTheSameThings() throws IOException {
        Map<String, String> sentences = english();
        sentences.values().removeIf(text -> !text.contains("\""));
        assertThat(sentences).hasSize(10);
        sentences.forEach((key, text) ->
                assertThat(wordsOutsideQuotes(dutch.getProperty(key))).as(key).isEqualTo(wordsOutsideQuotes(text)));
    }

    @Test
    void aTextThatIsMissingEndsTheStart() throws IOException {
        String model = Files.readString(PROCESSES.resolve("bpmn/ask-round.bpmn"));
        String renamed = model.replace("userTask_giveAsks", "userTask_giveMore");
        assertThatThrownBy(() -> new ModelTexts(Languages.DUTCH).fill("ask-round.bpmn", renamed))
                .hasMessageContaining("ask-round.userTask_giveMore");
    }

    @Test
    void aLanguageThatNobodySpeaksEndsTheStart() {
        assertThatThrownBy(() -> new ModelTexts(Locale.FRENCH))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("'fr'")
                .hasMessageContaining("en, nl");
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        List<String> keys = Files.readAllLines(PROCESSES.resolve("models_nl.properties")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(dutch.size());
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> bpmn = Files.list(PROCESSES.resolve("bpmn"));
                Stream<Path> dmn = Files.list(PROCESSES.resolve("dmn"))) {
            List<Path> models = Stream.concat(bpmn, dmn).sorted().toList();
            assertThat(models).hasSizeGreaterThan(6);
            return models;
        }
    }

    private static Map<String, String> english() throws IOException {
        Map<String, String> english = new LinkedHashMap<>();
        for (Path model : models()) {
            english.putAll(ModelTexts.inEnglish(nameOf(model), Files.readString(model)));
        }
        return english;
    }

    private Map<String, String> texts(Set<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, dutch::getProperty));
    }

    /** The model without what is said in it, written in one way. */
    private static String withoutTexts(String model) {
        return model.replaceAll("<\\?xml[^>]*>", "")
                .replaceAll("\\s(?:name|label)=\"[^\"]*\"", "")
                .replaceAll("(<(?:bpmn:documentation|text)>)[^<]*", "$1")
                .replaceAll("<text></text>", "<text/>")
                .strip()
                .lines()
                .map(LanguagesOfModelsTests::sorted)
                .collect(Collectors.joining("\n"));
    }

    /** A writer of XML may put attributes in another order. */
    private static String sorted(String line) {
        return new TreeSet<>(List.of(line.replaceAll("[<>/]", " ").strip().split(" +"))).toString();
    }

    private static Set<String> wordsOutsideQuotes(String expression) {
        return new TreeSet<>(
                List.of(expression.replaceAll("\"[^\"]*\"", " ").strip().split("\\W+")));
    }

    private static BpmnModelInstance read(String model) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }

    private static String nameOf(Path model) {
        return Objects.requireNonNull(model.getFileName()).toString();
    }
}
