package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model keeps to the rules of {@link ModelRules} and {@link DrawingRules}, and every rule catches what breaks it. */
class ProcessModelTests {

    /** DESIGN's fields of the forms: what a person fills in, and what anybody may send over REST. */
    private static final Map<String, Set<String>> FORM_FIELDS = Map.ofEntries(
            Map.entry("userTask_announceMeeting", Set.of("announcement", "colleagues")),
            Map.entry("userTask_nameRepresentative", Set.of("representative")),
            Map.entry("userTask_giveAsks", Set.of("asks", "nothingToAsk")),
            Map.entry("userTask_prepareBriefing", Set.of("carriedAsks")),
            Map.entry("userTask_recordLeads", Set.of("attended", "leads")),
            Map.entry("userTask_sendReportBacks", Set.of("reportBacks")),
            Map.entry("userTask_actOnReportBack", Set.of("outcome", "details", "headcount", "nextStepOn")),
            Map.entry("userTask_decideOnEscalation", Set.of("decision", "reason")),
            Map.entry("userTask_reportStaffAtRisk", Set.of("staffAtRisk")),
            Map.entry("userTask_agreeDeal", Set.of("agreed", "headcount", "terms")),
            Map.entry("userTask_recordPlacements", Set.of("placed", "details")),
            Map.entry("userTask_publishResults", Set.of()));

    private static final Set<String> FORMS_AND_DECISIONS = ModelFile.formsAndDecisions();

    static List<ModelFile> models() {
        return ModelFile.all();
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @MethodSource("nl.ruggespraak.process.ProcessModelTests#models")
    @interface OfEveryModel {}

    @Test
    void thereAreSevenModels() {
        assertThat(models())
                .extracting(ModelFile::fileName)
                .containsExactly(
                        "ask-round.bpmn",
                        "director-escalation.bpmn",
                        "mail-delivery.bpmn",
                        "meeting-cycle.bpmn",
                        "network-meeting.bpmn",
                        "report-back.bpmn",
                        "representative-needed.bpmn");
    }

    @OfEveryModel
    void isValidBpmn(ModelFile model) {
        assertThatNoException().isThrownBy(() -> Bpmn.validateModel(model.model()));
    }

    @OfEveryModel
    void isNamedAfterItsProcess(ModelFile model) {
        assertThat(ModelRules.fileIsNamedAfterTheProcess(model)).isEmpty();
    }

    @OfEveryModel
    void hasOneExecutableProcess(ModelFile model) {
        assertThat(ModelRules.exactlyOneProcessIsExecutable(model)).isEmpty();
    }

    @OfEveryModel
    void saysHowLongItsHistoryIsKept(ModelFile model) {
        assertThat(ModelRules.historyHasATimeToLive(model)).isEmpty();
    }

    @OfEveryModel
    void drawsEveryNodeAndFlow(ModelFile model) {
        assertThat(DrawingRules.everythingIsDrawn(model)).isEmpty();
    }

    @OfEveryModel
    void leavesEveryLabelFree(ModelFile model) {
        assertThat(DrawingRules.noLabelIsCrossedOrCovered(model)).isEmpty();
    }

    @OfEveryModel
    void crossesNoLines(ModelFile model) {
        assertThat(DrawingRules.nothingCrosses(model)).isEmpty();
    }

    @OfEveryModel
    void hasNoGeneratedIds(ModelFile model) {
        assertThat(ModelRules.idsAreOurs(model)).isEmpty();
    }

    @OfEveryModel
    void namesEveryNodeExceptJoins(ModelFile model) {
        assertThat(ModelRules.everyNodeHasANameExceptJoins(model)).isEmpty();
    }

    @OfEveryModel
    void asksAtEverySplitAndAnswersOnItsFlows(ModelFile model) {
        assertThat(ModelRules.anExclusiveSplitAsksAndItsFlowsAnswer(model)).isEmpty();
    }

    @OfEveryModel
    void makesNoTheDefaultOrANegation(ModelFile model) {
        assertThat(ModelRules.noIsNegatedOrDefault(model)).isEmpty();
    }

    @OfEveryModel
    void hasTrivialConditionsOnly(ModelFile model) {
        assertThat(ModelRules.conditionsAreTrivial(model)).isEmpty();
    }

    @OfEveryModel
    void holdsNoLogic(ModelFile model) {
        assertThat(ModelRules.logicIsNotInTheModel(model)).isEmpty();
    }

    @OfEveryModel
    void hasItsSavePointsWhereTheyBelong(ModelFile model) {
        assertThat(ModelRules.savePointsAreWhereTheyBelong(model)).isEmpty();
    }

    @OfEveryModel
    void findsItsFormsAndDecisionsInItsOwnDeployment(ModelFile model) {
        assertThat(ModelRules.formsAndDecisionsExistInTheSameDeployment(model, FORMS_AND_DECISIONS))
                .isEmpty();
    }

    @OfEveryModel
    void usesDeclaredVariablesOnly(ModelFile model) {
        assertThat(ModelRules.everyVariableIsDeclared(model)).isEmpty();
    }

    @OfEveryModel
    void namesItsMessagesAfterTheProduct(ModelFile model) {
        assertThat(ModelRules.messagesAndEscalationsBearTheProductsName(model)).isEmpty();
    }

    @OfEveryModel
    void givesEveryUserTaskToSomebodyWithAPriority(ModelFile model) {
        assertThat(ModelRules.everyUserTaskIsSomebodys(model)).isEmpty();
    }

    @OfEveryModel
    void keepsTheFieldsOfAFormOnItsTask(ModelFile model) {
        model.every(UserTask.class)
                .forEach(task -> assertThat(inputs(task)).as(task.getId()).isEqualTo(FORM_FIELDS.get(task.getId())));
    }

    @Test
    void everyVariableIsDeclaredOnce() {
        assertThat(Stream.of(ProcessVariables.class.getDeclaredFields())
                        .filter(field -> field.getType() == Variable.class))
                .hasSameSizeAs(ModelRules.declared());
    }

    @Test
    void theDecisionWeighsDeclaredVariablesOnly() throws IOException {
        String dmn = Files.readString(Path.of("processes/dmn/escalation-needed.dmn"));
        List<String> names = Pattern.compile(
                        "(?:<output id=\"[^\"]*\" label=\"[^\"]*\" name=\"|<inputExpression[^>]*>\\s*<text>)(\\w+)")
                .matcher(dmn)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(names)
                .containsExactly("kind", "headcount", "monthsUntilStart", "otherSideHere", "directorNeeded", "reason")
                .isSubsetOf(ModelRules.declared());
        assertThat(dmn).contains("camunda:historyTimeToLive=\"P180D\"");
    }

    private static Set<String> inputs(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> input.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
    }

    /** Each rule is tried on a little model that keeps to all of them, spoilt in one place. */
    @Nested
    class ARule {

        private static final Map<String, Function<ModelFile, List<String>>> RULES = Map.ofEntries(
                Map.entry("file name", ModelRules::fileIsNamedAfterTheProcess),
                Map.entry("executable", ModelRules::exactlyOneProcessIsExecutable),
                Map.entry("history", ModelRules::historyHasATimeToLive),
                Map.entry("ids", ModelRules::idsAreOurs),
                Map.entry("names", ModelRules::everyNodeHasANameExceptJoins),
                Map.entry("questions", ModelRules::anExclusiveSplitAsksAndItsFlowsAnswer),
                Map.entry("no", ModelRules::noIsNegatedOrDefault),
                Map.entry("conditions", ModelRules::conditionsAreTrivial),
                Map.entry("logic", ModelRules::logicIsNotInTheModel),
                Map.entry("save points", ModelRules::savePointsAreWhereTheyBelong),
                Map.entry(
                        "forms and decisions",
                        file -> ModelRules.formsAndDecisionsExistInTheSameDeployment(
                                file, Set.of("forms/give-asks.html", "escalation-needed"))),
                Map.entry("variables", ModelRules::everyVariableIsDeclared),
                Map.entry("messages", ModelRules::messagesAndEscalationsBearTheProductsName),
                Map.entry("somebody's", ModelRules::everyUserTaskIsSomebodys),
                Map.entry("drawn", DrawingRules::everythingIsDrawn),
                Map.entry("labels", DrawingRules::noLabelIsCrossedOrCovered),
                Map.entry("crossings", DrawingRules::nothingCrosses));

        @Test
        void findsNothingInAGoodModel() {
            RULES.forEach((name, rule) ->
                    assertThat(rule.apply(aGoodModel())).as(name).isEmpty());
        }

        @ParameterizedTest(name = "{0}: {1} → {2}")
        @MethodSource("violations")
        void catchesAPlantedViolation(String rule, String text, String instead, String caught) {
            ModelFile spoilt = aGoodModel().with(text, instead);

            assertThat(Objects.requireNonNull(RULES.get(rule)).apply(spoilt))
                    .as(rule)
                    .anySatisfy(place -> assertThat(place).contains(caught));
        }

        @Test
        void catchesAFileNamedOtherwise() {
            assertThat(ModelRules.fileIsNamedAfterTheProcess(aGoodModel().named("AGoodModel.bpmn")))
                    .containsExactly("a-good-model");
        }

        static Stream<Arguments> violations() {
            return Stream.of(
                    arguments("executable", "isExecutable=\"true\"", "isExecutable=\"false\"", "executable"),
                    arguments(
                            "executable",
                            "</bpmn:process>",
                            "</bpmn:process><bpmn:process id=\"another\" isExecutable=\"true\" />",
                            "another"),
                    arguments("history", " camunda:historyTimeToLive=\"P180D\"", "", "a-good-model"),
                    arguments("ids", "userTask_giveAsks", "Activity_0x1a2b3", "Activity_0x1a2b3"),
                    arguments("ids", "gateway_asksGiven", "AsksGiven", "AsksGiven"),
                    arguments("names", " name=\"Give asks\"", "", "userTask_giveAsks"),
                    arguments("names", " name=\"Asks withdrawn\"", "", "message_asksWithdrawn"),
                    arguments(
                            "names",
                            "id=\"gateway_allSettled\"",
                            "id=\"gateway_allSettled\" name=\"Settled\"",
                            "gateway_allSettled"),
                    arguments("questions", "Are asks given?", "Asks given", "gateway_asksGiven"),
                    arguments("questions", " name=\"Yes\"", "", "flow_asksGiven"),
                    arguments("no", " default=\"flow_noAsksGiven\"", "", "flow_noAsksGiven"),
                    arguments("no", "name=\"Yes\"", "name=\"No\"", "flow_asksGiven"),
                    arguments("conditions", "${decision == 'askDepartments'}", "${asks.size() > 3}", "flow_asksGiven"),
                    arguments(
                            "conditions",
                            "${decision == 'askDepartments'}",
                            "${agreed and attended}",
                            "flow_asksGiven"),
                    arguments(
                            "logic",
                            "camunda:delegateExpression=\"${sendAnswerDelegate}\"",
                            "camunda:class=\"a.B\"",
                            "camunda:class"),
                    arguments(
                            "logic",
                            "camunda:delegateExpression=\"${sendAnswerDelegate}\"",
                            "camunda:expression=\"${answers.send()}\"",
                            "answers.send()"),
                    arguments(
                            "logic",
                            "event=\"complete\" delegateExpression=\"${giveAsksListener}\" />",
                            "event=\"complete\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:taskListener>",
                            "camunda:script"),
                    arguments("logic", "${colleague}", "${people.of(colleague)}", "people.of"),
                    arguments(
                            "save points",
                            "name=\"Send the question\" camunda:asyncBefore=\"true\"",
                            "name=\"Send the question\"",
                            "serviceTask_sendQuestion has none before"),
                    arguments(
                            "save points",
                            "name=\"Weigh the ask\" camunda:asyncBefore=\"true\"",
                            "name=\"Weigh the ask\"",
                            "businessRuleTask_escalationNeeded has none before"),
                    arguments(
                            "save points",
                            "name=\"Send the answer\" camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"",
                            "name=\"Send the answer\" camunda:asyncBefore=\"true\"",
                            "serviceTask_sendAnswer has none after"),
                    arguments(
                            "save points",
                            "isSequential=\"true\" camunda:asyncBefore=\"true\"",
                            "isSequential=\"true\"",
                            "serviceTask_sendAnswer has none before each round"),
                    arguments(
                            "save points",
                            "name=\"Give asks\" camunda:asyncAfter=\"true\"",
                            "name=\"Give asks\"",
                            "userTask_giveAsks has none after"),
                    arguments(
                            "save points",
                            "name=\"Asks withdrawn\" camunda:asyncAfter=\"true\"",
                            "name=\"Asks withdrawn\"",
                            "message_asksWithdrawn has none after"),
                    arguments(
                            "save points",
                            "name=\"Give asks\"",
                            "name=\"Give asks\" camunda:asyncBefore=\"true\"",
                            "userTask_giveAsks must have none before"),
                    arguments(
                            "save points",
                            "name=\"Asks withdrawn\"",
                            "name=\"Asks withdrawn\" camunda:asyncBefore=\"true\"",
                            "message_asksWithdrawn must have none before"),
                    arguments(
                            "save points",
                            "name=\"Send the question\"",
                            "name=\"Send the question\" camunda:asyncAfter=\"true\"",
                            "serviceTask_sendQuestion must have none after"),
                    arguments(
                            "save points",
                            "name=\"Question asked\"",
                            "name=\"Question asked\" camunda:asyncAfter=\"true\"",
                            "startEvent_questionAsked must have none after"),
                    arguments(
                            "save points",
                            "</bpmn:process>",
                            "<bpmn:parallelGateway id=\"gateway_both\"><bpmn:incoming>flow_sendAnswer_allSettled</bpmn:incoming><bpmn:incoming>flow_noAsksGiven</bpmn:incoming></bpmn:parallelGateway></bpmn:process>",
                            "gateway_both has none before"),
                    arguments(
                            "forms and decisions",
                            "embedded:deployment:forms",
                            "embedded:app:forms",
                            "userTask_giveAsks"),
                    arguments(
                            "forms and decisions",
                            "forms/give-asks.html",
                            "forms/give-answers.html",
                            "userTask_giveAsks"),
                    arguments(
                            "forms and decisions",
                            " camunda:decisionRefBinding=\"deployment\"",
                            "",
                            "businessRuleTask_escalationNeeded"),
                    arguments(
                            "forms and decisions",
                            "decisionRef=\"escalation-needed\"",
                            "decisionRef=\"another\"",
                            "businessRuleTask_escalationNeeded"),
                    arguments(
                            "forms and decisions",
                            "</bpmn:process>",
                            "<bpmn:callActivity id=\"callActivity_another\" calledElement=\"ask-round\" /></bpmn:process>",
                            "callActivity_another"),
                    arguments(
                            "forms and decisions",
                            "</bpmn:process>",
                            "<bpmn:callActivity id=\"callActivity_another\" calledElement=\"another\" camunda:calledElementBinding=\"deployment\" /></bpmn:process>",
                            "callActivity_another"),
                    arguments("variables", "${colleague}", "${neighbour}", "neighbour"),
                    arguments("variables", "inputParameter name=\"asks\"", "inputParameter name=\"wishes\"", "wishes"),
                    arguments(
                            "variables",
                            "resultVariable=\"directorDecision\"",
                            "resultVariable=\"verdict\"",
                            "verdict"),
                    arguments(
                            "variables",
                            "${decision == 'askDepartments'}",
                            "${verdict == 'askDepartments'}",
                            "verdict"),
                    arguments("messages", "ruggespraak.asksWithdrawn", "asksWithdrawn", "event_asksWithdrawn"),
                    arguments("somebody's", " camunda:assignee=\"${colleague}\"", "", "userTask_giveAsks"),
                    arguments("somebody's", " camunda:priority=\"50\"", "", "userTask_giveAsks"),
                    arguments(
                            "drawn",
                            "bpmnElement=\"userTask_giveAsks\"",
                            "bpmnElement=\"serviceTask_sendQuestion\"",
                            "userTask_giveAsks"),
                    arguments(
                            "drawn",
                            "bpmnElement=\"flow_asksGiven\"",
                            "bpmnElement=\"flow_noAsksGiven\"",
                            "flow_asksGiven"),
                    arguments(
                            "drawn",
                            "<di:waypoint x=\"356\" y=\"160\" />",
                            "<di:waypoint x=\"370\" y=\"160\" />",
                            "flow_sendQuestion_giveAsks"),
                    arguments("drawn", QUESTION_LABEL, "", "startEvent_questionAsked has no place"),
                    arguments(
                            "labels",
                            QUESTION_LABEL,
                            label(190, 150),
                            "startEvent_questionAsked is crossed by flow_questionAsked_sendQuestion"),
                    arguments(
                            "labels",
                            QUESTION_LABEL,
                            label(260, 130),
                            "startEvent_questionAsked is covered by serviceTask_sendQuestion"),
                    arguments("labels", QUESTION_LABEL, label(560, 118), "covered by the label of"),
                    arguments(
                            "crossings",
                            "<di:waypoint x=\"356\" y=\"160\" />",
                            "<di:waypoint x=\"356\" y=\"160\" /><di:waypoint x=\"540\" y=\"300\" /><di:waypoint x=\"700\" y=\"220\" />",
                            "crosses"),
                    arguments(
                            "crossings",
                            "<di:waypoint x=\"356\" y=\"160\" />",
                            "<di:waypoint x=\"356\" y=\"160\" /><di:waypoint x=\"700\" y=\"130\" />",
                            "runs through businessRuleTask_escalationNeeded"),
                    arguments(
                            "crossings",
                            "x=\"256\" y=\"120\" width=\"100\"",
                            "x=\"256\" y=\"120\" width=\"190\"",
                            "lies on"));
        }

        private static final String QUESTION_LABEL = label(135, 182);

        private static String label(int x, int y) {
            return "<dc:Bounds x=\"" + x + "\" y=\"" + y + "\" width=\"86\" height=\"14\" />";
        }

        private static ModelFile aGoodModel() {
            try (InputStream xml =
                    Objects.requireNonNull(ProcessModelTests.class.getResourceAsStream("/models/a-good-model.bpmn"))) {
                return ModelFile.of("a-good-model.bpmn", new String(xml.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
