package nl.ruggespraak.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RuggespraakTest
class ProcessDeploymentTests {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessDeployment deployment;

    @Test
    void deploysEveryModelOnceUnderANameThatDoesNotDependOnThePlace() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(ours().getId())
                        .list())
                .extracting(ProcessDefinition::getKey, ProcessDefinition::getResourceName)
                .containsExactlyInAnyOrder(
                        tuple("network-meeting", "bpmn/network-meeting.bpmn"),
                        tuple("meeting-cycle", "bpmn/meeting-cycle.bpmn"),
                        tuple("ask-round", "bpmn/ask-round.bpmn"),
                        tuple("report-back", "bpmn/report-back.bpmn"),
                        tuple("director-escalation", "bpmn/director-escalation.bpmn"),
                        tuple("mail-delivery", "bpmn/mail-delivery.bpmn"));
        assertThat(names()).contains("dmn/escalation-needed.dmn", "forms/give-asks.html");
    }

    @Test
    void keepsVersionOneWhenTheSameIsDeployedAgain() {
        deployment.deploy();

        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("ruggespraak")
                        .count())
                .isEqualTo(1);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(ours().getId())
                        .list())
                .extracting(ProcessDefinition::getVersion)
                .containsOnly(1);
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("escalation-needed")
                        .list())
                .singleElement()
                .satisfies(decision -> assertThat(decision.getVersion()).isEqualTo(1));
    }

    private List<String> names() {
        return repository.getDeploymentResources(ours().getId()).stream()
                .map(Resource::getName)
                .toList();
    }

    private Deployment ours() {
        return repository.createDeploymentQuery().deploymentName("ruggespraak").singleResult();
    }
}
