package nl.ruggespraak.process;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.Languages;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * An installation whose language is Dutch: what Tasklist and Cockpit show of ours is in Dutch. Its engine has a name of its own, or the
 * other tests' REST interface would find it.
 */
@RuggespraakTest
@TestPropertySource(properties = {"ruggespraak.language=nl", "camunda.bpm.process-engine-name=dutch"})
class DutchInstallationTests {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private FilterService filters;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private People people;

    @Autowired
    private HistoryService history;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture meetings;

    @Test
    void oneTaskIsWalkedThroughInDutch() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        Task task = engine.task("lnv-adviser-1", cycle, "userTask_giveAsks");
        assertThat(task.getName()).isEqualTo("Hulpvragen meegeven");

        String form = engine.as("lnv-adviser-1", () -> text(forms.getDeployedTaskForm(task.getId())));
        assertThat(form)
                .contains("Wat moet je vertegenwoordiger meenemen naar deze bijeenkomst?")
                .contains("Ik heb deze keer geen hulpvraag")
                .doesNotContain("#{", "What should", "Choose", ">Ask ");

        engine.complete(
                "lnv-adviser-1",
                cycle,
                "userTask_giveAsks",
                Map.of("asks", json("[{\"kind\":\"QUESTION\",\"title\":\"Wie zoekt inspecteurs?\"}]")));
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .extracting("activityName")
                .containsExactlyInAnyOrder(
                        "Collega gevraagd", "Aankondiging sturen", "Hulpvragen meegeven", "Hulpvragen meegegeven");
    }

    @Test
    void processesAndFiltersHaveDutchNames() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getName)
                .containsExactlyInAnyOrder(
                        "Netwerkbijeenkomst",
                        "Bijeenkomst van één organisatie",
                        "Vraagronde",
                        "Terugkoppeling",
                        "Besluit van de directeur",
                        "Mailbezorging",
                        "Vertegenwoordiger gezocht");
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("Mijn taken", "Mijn organisatie", "Te laat", "Alles wat openstaat");
        assertThat(filters.createTaskFilterQuery().list())
                .extracting(filter -> String.valueOf(filter.getProperties().get("variables")))
                .allMatch(columns -> columns.contains("Bijeenkomst"));
    }

    @Test
    void groupsHaveDutchNames() {
        assertThat(identity.createGroupQuery().list())
                .extracting(Group::getName)
                .contains("Voorzitters", "Vertegenwoordigers", "Afdelingshoofden");
    }

    @Test
    void everyFormIsFilledIn() {
        String deployment = repository
                .createDeploymentQuery()
                .deploymentName("ruggespraak")
                .singleResult()
                .getId();
        List<String> forms = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.startsWith("forms/"))
                .toList();
        assertThat(forms).hasSizeGreaterThan(10);
        for (String form : forms) {
            assertThat(text(repository.getResourceAsStream(deployment, form)))
                    .as(form)
                    .doesNotContain("#{");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "STAFF_DEMAND | 25 | 6 | true | 25 mensen zijn ergens anders over 6 maanden nodig, en wij hebben mensen te bieden: dit is meer dan één adviseur aankan.",
                "STAFF_DEMAND | 10 | - | false | 10 mensen zijn ergens anders op een nog onbekende datum nodig: zoveel plekken zijn een vraag aan onze eigen afdelingen waard.",
                "STAFF_SURPLUS | 10 | 1 | true | 10 mensen verliezen ergens anders over 1 maand hun werk, en wij hebben werk te bieden: dit is meer dan één adviseur aankan.",
                "STAFF_SURPLUS | 12 | 0 | false | 12 mensen verliezen ergens anders meteen hun werk: zo’n aantal is een vraag aan onze eigen afdelingen waard.",
                "STAFF_DEMAND | 9 | 6 | true | 9 mensen zijn ergens anders over 6 maanden nodig, en wij hebben mensen te bieden: dit is al snel, en vraagt een besluit.",
                "STAFF_SURPLUS | 9 | 2 | true | 9 mensen verliezen ergens anders over 2 maanden hun werk, en wij hebben werk te bieden: dit is al snel, en vraagt een besluit.",
                "STAFF_DEMAND | 4 | 1 | true | Minder dan vijf mensen: dit kan een adviseur zelf aan.",
                "STAFF_DEMAND | 9 | 7 | true | Minder dan tien mensen, en niet binnen zes maanden of bij ons is er niets tegenover te zetten: dit kan een adviseur zelf aan.",
                "OTHER | 1 | - | false | Een gesprek, een werkervaringsplek of ander nieuws is werk voor een adviseur."
            })
    void theDecisionSaysWhyInDutch(
            String kind, int headcount, @Nullable Integer months, boolean otherSide, String reason) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("kind", kind);
        variables.put("headcount", headcount);
        variables.put("monthsUntilStart", months);
        variables.put("otherSideHere", otherSide);
        assertThat((String) decisions
                        .evaluateDecisionByKey("escalation-needed")
                        .variables(variables)
                        .evaluate()
                        .getSingleResult()
                        .getEntry("reason"))
                .isEqualTo(reason);
    }

    @Test
    void theDemoNetworkSpeaksDutch() {
        assertThat(people.members("sam", java.time.LocalDate.now()))
                .extracting(Organisation::name)
                .contains("Ministerie van Landbouw", "Rijkswaterstaat");
        assertThat(people.everybody())
                .isNotEmpty()
                .allMatch(person -> person.language().equals(Languages.DUTCH));
    }

    private static String text(InputStream content) {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
