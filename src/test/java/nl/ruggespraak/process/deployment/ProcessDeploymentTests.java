package nl.ruggespraak.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getKey, ProcessDefinition::getResourceName)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("network-meeting", "bpmn/network-meeting.bpmn"),
                        org.assertj.core.groups.Tuple.tuple("meeting-cycle", "bpmn/meeting-cycle.bpmn"),
                        org.assertj.core.groups.Tuple.tuple("ask-round", "bpmn/ask-round.bpmn"),
                        org.assertj.core.groups.Tuple.tuple("report-back", "bpmn/report-back.bpmn"),
                        org.assertj.core.groups.Tuple.tuple("director-escalation", "bpmn/director-escalation.bpmn"),
                        org.assertj.core.groups.Tuple.tuple("mail-delivery", "bpmn/mail-delivery.bpmn"));
        assertThat(names()).contains("dmn/escalation-needed.dmn");
    }

    @Test
    void keepsVersionOneWhenTheSameIsDeployedAgain() {
        deployment.deploy();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().list())
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
        Deployment only = repository.createDeploymentQuery().singleResult();
        return repository.getDeploymentResources(only.getId()).stream()
                .map(Resource::getName)
                .toList();
    }
}
