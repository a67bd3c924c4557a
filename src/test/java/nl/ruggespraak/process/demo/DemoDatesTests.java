package nl.ruggespraak.process.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.demo.DemoDates;
import nl.ruggespraak.demo.DemoDates.Move;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In the demo the next date of a meeting comes at the press of a button, and nobody's task ends by it. */
@RuggespraakTest
class DemoDatesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoDates dates;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private TaskService tasks;

    @Test
    void goesOnToTheDateThatComesNextAndNoFurther() {
        String cycle = meetings.aPlannedMeeting() + "/lnv";

        Move move = dates.next(cycle, false);

        assertThat(move.came()).isEqualTo("Announcement due");
        assertThat(move.held()).isEmpty();
        assertThat(open(cycle)).containsExactly("userTask_announceMeeting");
    }

    @Test
    void leavesATaskThatWaitsForSomebodyAndSaysWhose() {
        String cycle = meetings.aPlannedMeeting() + "/lnv";
        dates.next(cycle, false);

        for (int press = 0; press < 3; press++) {
            Move move = dates.next(cycle, true);
            assertThat(move.held()).singleElement().satisfies(waiting -> {
                assertThat(waiting.task()).isEqualTo("Announce the meeting");
                assertThat(waiting.whose()).containsExactly("Marieke van Dijk (lnv-representative)");
            });
            assertThat(move.colleaguesOnly()).isFalse();
            assertThat(open(cycle)).containsExactly("userTask_announceMeeting");
        }
    }

    @Test
    void startsTheMeetingWithoutThoseWhoHaveNotAnsweredOnlyWhenItIsTold() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        assertThat(dates.next(cycle, false).came()).isEqualTo("Reminder due");
        assertThat(dates.next(cycle, false).came()).isEqualTo("Asks closed");
        assertThat(open(cycle)).containsExactlyInAnyOrder("userTask_giveAsks", "userTask_prepareBriefing");
        engine.complete("lnv-representative", cycle, "userTask_prepareBriefing", Map.of());

        Move held = dates.next(cycle, false);
        assertThat(held.held())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.whose()).contains("Joost Bakker (lnv-adviser-1)"));
        assertThat(held.colleaguesOnly()).isTrue();
        assertThat(open(cycle)).containsExactly("userTask_giveAsks");

        assertThat(dates.next(cycle, true).held()).isEmpty();
        assertThat(open(cycle)).containsExactly("userTask_recordLeads");
    }

    @Test
    void neverEndsATaskHoweverOftenItIsPressed() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        for (int press = 0; press < 6; press++) {
            dates.next(cycle, true);
        }
        assertThat(open(cycle)).containsExactlyInAnyOrder("userTask_giveAsks", "userTask_prepareBriefing");

        engine.complete("lnv-representative", cycle, "userTask_prepareBriefing", Map.of());
        for (int press = 0; press < 6; press++) {
            dates.next(cycle, true);
        }
        assertThat(open(cycle)).contains("userTask_recordLeads");
    }

    @Test
    void isAButtonForEverybodyInTheDemoWithTheirOwnOrganisation() {
        String cycle = meetings.aPlannedMeeting() + "/lnv";
        Visitor representative = Visitor.signedIn(port, "lnv-representative");
        assertThat(representative.get("/").body()).contains("href=\"/demo\"");
        assertThat(representative.get("/demo").body())
                .contains("part-" + cycle, "Announcement due")
                .doesNotContain(cycle.replace("/lnv", "/rws"));

        assertThat(representative.location(representative.form("/demo", "/demo/next", "key=" + cycle)))
                .isEqualTo("/demo");
        assertThat(representative.get("/demo").body())
                .contains("“Announcement due” has come", "“Announce the meeting” waits for Marieke van Dijk");
        assertThat(representative
                        .form("/demo", "/demo/next", "key=" + cycle.replace("/lnv", "/rws"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsTheNetworksDateComeAfterThoseOfItsMembers() {
        String meeting = meetings.aPlannedMeeting();
        Visitor chair = Visitor.signedIn(port, "chair");
        chair.form("/demo", "/demo/next", "key=" + meeting);
        assertThat(chair.get("/demo").body()).contains("First comes an earlier date of");
    }

    private List<String> open(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(Task::getTaskDefinitionKey)
                .distinct()
                .toList();
    }
}
