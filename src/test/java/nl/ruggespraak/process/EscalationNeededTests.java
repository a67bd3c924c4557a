package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RuggespraakTest
class EscalationNeededTests {

    @Autowired
    private DecisionService decisions;

    @Autowired
    private HistoryService history;

    @Test
    void tellsTheDirectorWhyInTheStory() {
        assertThat(weighed("STAFF_DEMAND", 25, 6, true))
                .containsEntry("directorNeeded", true)
                .containsEntry(
                        "reason",
                        "25 people are needed elsewhere in 6 months, and we have people to offer:"
                                + " this is more than one adviser can handle.");
    }

    /** One line per rule of the table, on both sides of every boundary. */
    @ParameterizedTest(name = "{0} of {1}, months {2}, other side here: {3} → {4} by {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "STAFF_DEMAND,  10,   -, true,  true,  demandOfManyWithOurStaff",
                "STAFF_DEMAND,  10,  24, true,  true,  demandOfManyWithOurStaff",
                "STAFF_DEMAND,  10,   -, false, true,  demandOfMany",
                "STAFF_DEMAND, 9999, 60, false, true,  demandOfMany",
                "STAFF_SURPLUS, 10,   -, true,  true,  surplusOfManyWithOurVacancies",
                "STAFF_SURPLUS, 10,   6, false, true,  surplusOfMany",
                "STAFF_DEMAND,   9,   6, true,  true,  demandOfSomeSoonWithOurStaff",
                "STAFF_DEMAND,   5,   0, true,  true,  demandOfSomeSoonWithOurStaff",
                "STAFF_DEMAND,   5,  -3, true,  true,  demandOfSomeSoonWithOurStaff",
                "STAFF_SURPLUS,  9,   6, true,  true,  surplusOfSomeSoonWithOurVacancies",
                "STAFF_SURPLUS,  5,   1, true,  true,  surplusOfSomeSoonWithOurVacancies",
                "STAFF_DEMAND,   4,   1, true,  false, fewPeople",
                "STAFF_SURPLUS,  1,   -, false, false, fewPeople",
                "STAFF_DEMAND,   9,   7, true,  false, someButNotUrgent",
                "STAFF_DEMAND,   9,   -, true,  false, someButNotUrgent",
                "STAFF_SURPLUS,  5,   6, false, false, someButNotUrgent",
                "TALK_ARRANGED, 25,   1, true,  false, advisersWork",
                "WORK_EXPERIENCE_PLACE, 25, 1, true, false, advisersWork",
                "OTHER,         25,   -, false, false, advisersWork"
            })
    void weighsALead(
            String kind, int headcount, @Nullable Integer months, boolean otherSide, boolean needed, String rule) {
        Set<String> earlier =
                decided().stream().map(HistoricDecisionInstance::getId).collect(Collectors.toSet());

        Map<String, Object> answer = weighed(kind, headcount, months, otherSide);

        assertThat(answer).containsEntry("directorNeeded", needed);
        assertThat(rule(earlier)).isEqualTo("rule_" + rule);
        assertThat((String) answer.get("reason")).endsWith(".").doesNotContain("null");
        if (needed) {
            assertThat((String) answer.get("reason")).startsWith(headcount + " people ");
        }
    }

    @ParameterizedTest
    @MethodSource
    void saysInWordsWhenItStarts(@Nullable Integer months, String words) {
        assertThat((String) weighed("STAFF_SURPLUS", 12, months, false).get("reason"))
                .isEqualTo("12 people elsewhere lose their work " + words
                        + ": so many are worth a question to our own departments.");
    }

    static Stream<Arguments> saysInWordsWhenItStarts() {
        return Stream.of(
                Arguments.of(null, "on a date that is not known yet"),
                Arguments.of(-1, "at once"),
                Arguments.of(0, "at once"),
                Arguments.of(1, "in 1 month"),
                Arguments.of(2, "in 2 months"));
    }

    private Map<String, Object> weighed(String kind, int headcount, @Nullable Integer months, boolean otherSide) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("kind", kind);
        variables.put("headcount", headcount);
        variables.put("monthsUntilStart", months);
        variables.put("otherSideHere", otherSide);
        DmnDecisionResultEntries answer = decisions
                .evaluateDecisionByKey("escalation-needed")
                .variables(variables)
                .evaluate()
                .getSingleResult();
        return answer.getEntryMap();
    }

    /** The rule of the table that gave the answer, by the decision's history; other tests may have moved the clock. */
    private String rule(Set<String> earlier) {
        return decided().stream()
                .filter(decision -> !earlier.contains(decision.getId()))
                .flatMap(decision -> decision.getOutputs().stream())
                .map(HistoricDecisionOutputInstance::getRuleId)
                .findFirst()
                .orElseThrow();
    }

    private List<HistoricDecisionInstance> decided() {
        return history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("escalation-needed")
                .includeOutputs()
                .list();
    }
}
