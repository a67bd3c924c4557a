package nl.ruggespraak.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTests {

    private enum Colour {
        RED
    }

    @Test
    void readsWhatTasklistSends() {
        FormFields fields = submitted(Map.of(
                "title", Variables.stringValue("  A title\r\nin two lines "),
                "agreed", Variables.booleanValue(true),
                "headcount", Variables.longValue(25L),
                "startsAt", Variables.stringValue("2026-12-10T14:00"),
                "nextStepOn", Variables.stringValue("2026-12-31"),
                "kind", Variables.stringValue("RED")));

        assertThat(fields.text("title")).isEqualTo("A title\nin two lines");
        assertThat(fields.flag("agreed")).isTrue();
        assertThat(fields.wholeNumber("headcount")).isEqualTo(25);
        assertThat(fields.dateTime("startsAt")).isEqualTo(LocalDateTime.of(2026, 12, 10, 14, 0));
        assertThat(fields.date("nextStepOn")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(fields.choice("kind", Colour.class)).isEqualTo(Colour.RED);
        fields.refuseProblems();
    }

    @Test
    void takesWhatIsMissingAsNothing() {
        FormFields fields = submitted(Map.of(
                "title", Variables.untypedNullValue(), "headcount", Variables.stringValue(" "), "asks", json(" ")));

        assertThat(fields.text("title")).isEmpty();
        assertThat(fields.flag("agreed")).isFalse();
        assertThat(fields.wholeNumber("headcount")).isNull();
        assertThat(fields.date("nextStepOn")).isNull();
        assertThat(fields.choice("kind", Colour.class)).isNull();
        assertThat(fields.rows("asks")).isEmpty();
        assertThat(fields.ids("carriedAsks")).isEmpty();
        fields.refuseProblems();
    }

    @Test
    void readsRowsAndIgnoresFieldsThatNobodyKnows() {
        FormFields fields = submitted(Map.of("asks", json("""
                [{"title": "<b>A</b>", "headcount": 3, "mystery": {}}, {"title": null, "headcount": "4", "availableFrom": ""}]""")));

        List<FormFields> rows = fields.rows("asks");

        assertThat(rows).extracting(FormFields::row).containsExactly(1, 2);
        assertThat(rows).extracting(row -> row.text("title")).containsExactly("<b>A</b>", "");
        assertThat(rows).extracting(row -> row.wholeNumber("headcount")).containsExactly(3L, 4L);
        assertThat(rows).extracting(row -> row.date("availableFrom")).containsOnlyNulls();
        fields.refuseProblems();
    }

    @Test
    void readsListsOfTextsAndIds() {
        FormFields fields = submitted(Map.of(
                "statements", json("[\"One\", \" \", \"Two\"]"),
                "carriedAsks", Variables.stringValue("[3, 5]")));

        assertThat(fields.texts("statements")).containsExactly("One", "Two");
        assertThat(fields.ids("carriedAsks")).containsExactly(3L, 5L);
        fields.refuseProblems();
    }

    @Test
    void readsSerialisedObjectsAsJsonAndNeverMakesThemObjects() {
        FormFields fields = submitted(Map.of(
                "carriedAsks",
                Variables.serializedObjectValue("[7]")
                        .serializationDataFormat("application/json")
                        .objectTypeName("no.such.Type")
                        .create()));

        assertThat(fields.ids("carriedAsks")).containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[", "[] []", "{'a': 1}"})
    void refusesJsonThatIsNoJson(String json) {
        FormFields fields = submitted(Map.of("asks", json(json)));
        assertThat(fields.rows("asks")).isEmpty();
        assertThat(refusal(fields::refuseProblems))
                .extracting(Problem::message)
                .containsExactly("refusal.list.unreadable");
    }

    @Test
    void refusesJsonNestedTooDeep() {
        FormFields fields = submitted(Map.of("asks", json("[".repeat(100_000))));
        fields.rows("asks");
        assertThat(refusal(fields::refuseProblems))
                .extracting(Problem::message)
                .containsExactly("refusal.list.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "5", "true", "\"text\""})
    void refusesAListThatIsNoList(String json) {
        FormFields fields = submitted(Map.of("asks", json(json)));
        fields.rows("asks");
        assertThat(refusal(fields::refuseProblems)).hasSize(1);
    }

    @Test
    void refusesMoreThanAHundredRows() {
        FormFields fields = submitted(Map.of("asks", json("[" + "{},".repeat(100) + "{}]")));
        fields.rows("asks");
        assertThat(refusal(fields::refuseProblems)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("refusal.list.tooLong");
            assertThat(problem.arguments()).endsWith(100, 101);
        });
    }

    @Test
    void refusesRowsAndValuesOfTheWrongTypeAndSaysInWhichRow() {
        FormFields fields = submitted(Map.of("asks", json("""
                [5, {"title": 5}, {"headcount": 2.5}, {"headcount": "many"}, {"headcount": 1e300}, {"headcount": 99999999999999999999},
                 {"availableFrom": "2026-02-30"}, {"availableFrom": "tomorrow"}, {"availableFrom": 20261231}, {"kind": "GREEN"}, {"send": "perhaps"}]""")));

        for (FormFields row : fields.rows("asks")) {
            row.text("title");
            row.wholeNumber("headcount");
            row.date("availableFrom");
            row.choice("kind", Colour.class);
            row.flag("send");
        }

        List<Problem> problems = refusal(fields::refuseProblems);
        assertThat(problems).extracting(Problem::field).containsOnly("asks");
        assertThat(problems).extracting(Problem::row).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "refusal.list.notARow",
                        "refusal.text.notText",
                        "refusal.number.notWhole",
                        "refusal.number.notWhole",
                        "refusal.number.notWhole",
                        "refusal.number.tooLarge",
                        "refusal.date.notADate",
                        "refusal.date.notADate",
                        "refusal.date.notADate",
                        "refusal.choice.unknown",
                        "refusal.flag.notYesOrNo");
    }

    @Test
    void refusesPlainFieldsOfTheWrongTypeAllAtOnce() {
        FormFields fields = submitted(Map.of(
                "title", Variables.stringValue("x".repeat(4001)),
                "details", Variables.stringValue("a\0b"),
                "topic", Variables.dateValue(new Date()),
                "headcount", Variables.doubleValue(2.5),
                "startsAt", Variables.stringValue("10 December"),
                "agreed", Variables.integerValue(1)));
        fields.text("title");
        fields.text("details");
        fields.text("topic");
        fields.wholeNumber("headcount");
        fields.dateTime("startsAt");
        fields.flag("agreed");

        assertThat(refusal(fields::refuseProblems))
                .extracting(Problem::message)
                .containsExactly(
                        "refusal.text.tooLong",
                        "refusal.text.unreadable",
                        "refusal.text.notText",
                        "refusal.number.notWhole",
                        "refusal.dateTime.notADateTime",
                        "refusal.flag.notYesOrNo");
    }

    private static List<Problem> refusal(ThrowingCallable call) {
        var problems = new java.util.ArrayList<Problem>();
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> problems.addAll(refusal.problems()));
        return problems;
    }

    private static TypedValue json(String json) {
        return SpinValues.jsonValue(json).create();
    }

    private static FormFields submitted(Map<String, TypedValue> variables) {
        VariableScope scope = mock(VariableScope.class);
        when(scope.getVariableTyped(anyString(), anyBoolean()))
                .thenAnswer(call -> variables.get(call.<String>getArgument(0)));
        return FormFields.of(scope);
    }
}
