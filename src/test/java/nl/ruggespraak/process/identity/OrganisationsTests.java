package nl.ruggespraak.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who sees a task of lnv, and what belongs to it, over the REST interface. */
@RuggespraakTest
@Import({MeetingFixture.class, EngineByHand.class})
class OrganisationsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private TaskService tasks;

    private Task task;

    @BeforeEach
    void aTaskOfAnAdviserOfLnv() {
        task = tasks.createTaskQuery()
                .processInstanceBusinessKey(meetings.anAnnouncedMeeting("lnv"))
                .taskDefinitionKey("userTask_giveAsks")
                .taskAssignee("lnv-adviser-1")
                .singleResult();
    }

    @AfterEach
    void theClockRunsAgain() {
        engine.resetClock();
    }

    @ParameterizedTest
    @CsvSource({
        "lnv-adviser-1, true",
        "lnv-representative, true",
        "lnv-manager, true",
        "admin, true",
        "lnv-adviser-2, false",
        "lnv-director, false",
        "lnv-department-head-1, false",
        "rws-adviser-1, false",
        "rws-representative, false",
        "rws-manager, false",
        "rws-director, false",
        "chair, false"
    })
    void showsATaskToItsPersonAndToThoseWhoRepresentTheOrganisation(String user, boolean sees) {
        Visitor visitor = Visitor.program(port, user);
        assertThat(visitor.getJson("/engine-rest/task").body().contains(task.getId()))
                .isEqualTo(sees);
        for (String path : new String[] {
            "/engine-rest/task/" + task.getId(),
            "/engine-rest/task/" + task.getId() + "/variables",
            "/engine-rest/task/" + task.getId() + "/form-variables",
            "/engine-rest/task/" + task.getId() + "/deployed-form",
            "/engine-rest/process-instance/" + task.getProcessInstanceId()
        }) {
            int status = visitor.getJson(path).statusCode();
            if (sees) {
                assertThat(status).as(path).isEqualTo(200);
            } else {
                // the REST interface says 500 where the engine says "belongs to no authenticated tenant"
                assertThat(status).as(path).isIn(403, 404, 500);
                assertThat(visitor.getJson(path).body()).as(path).doesNotContain("Inspectors in the region");
            }
        }
        assertThat(visitor.getJson("/engine-rest/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId())
                        .body()
                        .contains("Inspectors in the region"))
                .isEqualTo(sees);
    }

    @ParameterizedTest
    @CsvSource({"lnv-adviser-2", "rws-representative", "rws-manager", "chair"})
    void letsNobodyElseWorkIt(String user) {
        Visitor visitor = Visitor.program(port, user);
        assertThat(visitor.postJson("/engine-rest/task/" + task.getId() + "/complete", "{}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(visitor.postJson(
                                "/engine-rest/task/" + task.getId() + "/assignee",
                                "{\"userId\":\"%s\"}".formatted(user))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo("lnv-adviser-1");
    }
}
