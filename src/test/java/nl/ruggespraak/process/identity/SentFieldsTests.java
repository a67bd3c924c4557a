package nl.ruggespraak.process.identity;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people may send with a form or a message, and what they may not, whichever way of sending they find. */
@RuggespraakTest
class SentFieldsTests {

    private static final String ADVISER = "lnv-adviser-1";
    private static final String GIVE_ASKS = "userTask_giveAsks";

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @Test
    void takesTheFieldsOfTheForm() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String task = engine.task(ADVISER, cycle, GIVE_ASKS).getId();

        as(ADVISER, () -> tasks.complete(task, Map.of("asks", json("[]"), "nothingToAsk", true)));

        assertThat(isOpen(task)).isFalse();
    }

    @Test
    void takesAFormWithoutAnyField() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String first = engine.task("lnv-adviser-2", cycle, GIVE_ASKS).getId();
        String second = engine.task("lnv-adviser-3", cycle, GIVE_ASKS).getId();

        assertThatThrownBy(() -> as("lnv-adviser-2", () -> tasks.complete(first)))
                .as("The form's own rules, not a right")
                .isNotInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("lnv-adviser-3", () -> tasks.complete(second, Map.of())))
                .isNotInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation", "meeting", "cycle", "asksCloseAt", "carriedAsks", "anything", ""})
    void refusesAnyOtherVariableWithATask(String variable) {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String task = engine.task(ADVISER, cycle, GIVE_ASKS).getId();
        Map<String, Object> sent = Map.of("nothingToAsk", true, variable, "rws");

        refuses(variable, () -> as(ADVISER, () -> tasks.complete(task, sent)));
        refuses(variable, () -> as(ADVISER, () -> tasks.completeWithVariablesInReturn(task, sent, false)));
        refuses(variable, () -> as(ADVISER, () -> forms.submitTaskForm(task, sent)));
        refuses(variable, () -> as(ADVISER, () -> forms.submitTaskFormWithVariablesInReturn(task, sent, false)));

        assertThat(isOpen(task)).isTrue();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(
                                engine.task(ADVISER, cycle, GIVE_ASKS).getProcessInstanceId())
                        .list())
                .noneMatch(stored -> "rws".equals(stored.getValue()));
    }

    @Test
    void takesNothingWithATaskWhoseFormHasNoField() {
        String key = fixture.aPlannedMeeting();
        engine.fire(key, "timer_announcementDue");
        String task = engine.tasks(key, "userTask_announceMeeting").get(0).getId();
        String unknown = "no-such-task";

        refuses("title", () -> as("lnv-representative", () -> tasks.complete(task, Map.of("title", "x"))));
        refuses("title", () -> as("lnv-representative", () -> tasks.complete(unknown, Map.of("title", "x"))));
    }

    @Test
    void takesMoreFromAnAdministratorAndFromTheEngineItself() {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        String adviser = engine.task(ADVISER, cycle, GIVE_ASKS).getId();
        String other = engine.task("lnv-adviser-2", cycle, GIVE_ASKS).getId();
        Map<String, Object> sent = Map.of("nothingToAsk", true, "note", "by hand");

        as("admin", () -> tasks.complete(adviser, sent));
        tasks.complete(other, sent);

        assertThat(isOpen(adviser)).isFalse();
        assertThat(isOpen(other)).isFalse();
    }

    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("organisation", "lnv"),
                Arguments.of("startsAtInstant", "2030-01-01T00:00:00Z"),
                Arguments.of("meeting", "another"),
                Arguments.of("reportPeriodEndsAt", "2030-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void refusesAnyOtherVariableWithAPlan(String variable, String value) {
        Map<String, Object> plan = fixture.aPlan();
        plan.put(variable, value);
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("network-meeting")
                .latestVersion()
                .singleResult()
                .getId();
        String key = "sent-fields-" + variable;

        refuses(variable, () -> as("chair", () -> runtime.startProcessInstanceByKey("network-meeting", key, plan)));
        refuses(variable, () -> as("chair", () -> runtime.startProcessInstanceById(definition, key, plan)));
        refuses(
                variable,
                () -> as(
                        "chair",
                        () -> runtime.createProcessInstanceById(definition)
                                .businessKey(key)
                                .setVariables(plan)
                                .executeWithVariablesInReturn()));
        refuses(variable, () -> as("chair", () -> forms.submitStartForm(definition, key, plan)));

        assertThat(engine.instances(key)).isEmpty();
    }

    @Test
    void takesAPlanByTheStartForm() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("network-meeting")
                .latestVersion()
                .singleResult()
                .getId();

        as("chair", () -> forms.submitStartForm(definition, "sent-fields-plan", fixture.aPlan()));

        assertThat(engine.instances("sent-fields-plan")).hasSize(1);
    }

    @Test
    void startsNothingInItsMiddle() {
        assertThatThrownBy(() -> as(
                        "chair",
                        () -> runtime.createProcessInstanceByKey("network-meeting")
                                .businessKey("sent-fields-middle")
                                .startBeforeActivity("userTask_publishResults")
                                .execute()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("in its middle");
        assertThat(engine.instances("sent-fields-middle")).isEmpty();
    }

    @Test
    void takesTheTwoMessagesOfAChair() {
        String key = fixture.aPlannedMeeting();
        Map<String, Object> plan = fixture.aPlan();
        String startsAt = String.valueOf(plan.get("startsAt")).replace("T14:00", "T13:00");

        as(
                "chair",
                () -> runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                        .processInstanceBusinessKey(key)
                        .setVariables(
                                Map.of("startsAt", startsAt, "endsAt", plan.get("endsAt"), "location", "Elsewhere"))
                        .correlate());
        engine.work(key);
        assertThat(meetings.get(key).location()).isEqualTo("Elsewhere");

        as(
                "chair",
                () -> runtime.createMessageCorrelation("ruggespraak.meetingCancelled")
                        .processInstanceBusinessKey(key)
                        .correlateWithResult());
        engine.work(key);
        assertThat(engine.instances(key)).isEmpty();
    }

    static Stream<Named<UnaryOperator<MessageCorrelationBuilder>>> otherVariables() {
        return Stream.of(
                Named.of("in the process", message -> message.setVariable("organisation", "rws")),
                Named.of(
                        "several in the process",
                        message -> message.setVariables(new HashMap<>(Map.of("startsAt", "x", "title", "rws")))),
                Named.of("locally", message -> message.setVariableLocal("startsAt", "rws")),
                Named.of("several locally", message -> message.setVariablesLocal(Map.of("startsAt", "rws"))),
                Named.of(
                        "where the message is caught",
                        message -> message.setVariablesToTriggeredScope(Map.of("startsAt", "rws"))));
    }

    @ParameterizedTest
    @MethodSource("otherVariables")
    void refusesAnyOtherVariableWithAMessage(UnaryOperator<MessageCorrelationBuilder> variables) {
        String key = fixture.aPlannedMeeting();
        for (String way : List.of("one", "all", "start")) {
            assertThatThrownBy(() -> as(
                            "chair",
                            () -> correlate(
                                    variables.apply(runtime.createMessageCorrelation("ruggespraak.meetingRescheduled")
                                            .processInstanceBusinessKey(key)),
                                    way)))
                    .as(way)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("no field");
        }
        assertThat(meetings.get(key).location()).isEqualTo(fixture.aPlan().get("location"));
    }

    @ParameterizedTest
    @CsvSource({
        "chair, ruggespraak.allCyclesReported",
        "chair, ruggespraak.askRoundClosed",
        "lnv-representative, ruggespraak.askRoundClosed",
        "lnv-adviser-1, ruggespraak.askRoundClosed",
        "chair, anything",
        "chair, ''",
        "chair,"
    })
    void refusesEveryOtherMessage(String person, @Nullable String name) {
        String cycle = fixture.anAnnouncedMeeting("lnv");
        int before = engine.instances(cycle).size();
        for (String way : List.of("one", "all", "start")) {
            assertThatThrownBy(() -> as(
                            person,
                            () -> correlate(
                                    runtime.createMessageCorrelation(name).processInstanceBusinessKey(cycle), way)))
                    .as(way)
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("may send this message");
        }
        assertThat(engine.instances(cycle)).hasSize(before);
    }

    private static void correlate(MessageCorrelationBuilder message, String way) {
        switch (way) {
            case "one" -> message.correlate();
            case "all" -> message.correlateAll();
            default -> message.correlateStartMessage();
        }
    }

    private static void refuses(String variable, ThrowingCallable sending) {
        assertThatThrownBy(sending)
                .isInstanceOf(AuthorizationException.class)
                .hasMessage("Only administrators may set variables; this form has no field %s.", variable);
    }

    private boolean isOpen(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 1;
    }

    private void as(String person, Runnable work) {
        engine.as(person, () -> {
            work.run();
            return true;
        });
    }
}
