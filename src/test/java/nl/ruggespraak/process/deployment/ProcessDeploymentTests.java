package nl.ruggespraak.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.forms.FormTexts;
import nl.ruggespraak.shared.Languages;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.ResourcePatternResolver;

@RuggespraakTest
class ProcessDeploymentTests {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessDeployment deployment;

    @Autowired
    private ResourcePatternResolver resources;

    @Autowired
    private MessageSource messages;

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
                        tuple("representative-needed", "bpmn/representative-needed.bpmn"),
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

    @Test
    void anotherLanguageMakesANewVersionAndTheSameOneNone() {
        ProcessDeployment inDutch = new ProcessDeployment(
                repository, resources, new FormTexts(messages, Languages.DUTCH), new ModelTexts(Languages.DUTCH));
        List<String> before = deployments();
        try {
            inDutch.deploy();
            inDutch.deploy();

            assertThat(deployments()).hasSize(before.size() + 1);
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("ask-round")
                            .latestVersion()
                            .singleResult())
                    .satisfies(definition -> {
                        assertThat(definition.getName()).isEqualTo("Vraagronde");
                        assertThat(definition.getVersion()).isEqualTo(2);
                    });
        } finally {
            deployments().stream()
                    .filter(id -> !before.contains(id))
                    .forEach(id -> repository.deleteDeployment(id, true));
        }
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().deploymentName("ruggespraak").list().stream()
                .map(Deployment::getId)
                .toList();
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
