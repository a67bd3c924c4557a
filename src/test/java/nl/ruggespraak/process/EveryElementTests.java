package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Runs after all other tests of the build, about which it speaks; alone it finds that nothing was passed. */
@Order(Integer.MAX_VALUE)
class EveryElementTests {

    @Test
    void everyElementOfEveryModelHasBeenPassedByATest() throws IOException {
        Set<String> elements = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
            try (InputStream xml = file.getInputStream()) {
                BpmnModelInstance model = Bpmn.readModelFromStream(xml);
                String name = String.valueOf(file.getFilename()).replace(".bpmn", "");
                model.getModelElementsByType(FlowNode.class).forEach(node -> elements.add(name + "#" + node.getId()));
            }
        }
        assertThat(elements).isNotEmpty();
        elements.removeAll(PassedElements.passed());
        assertThat(elements).as("elements that no test has passed").isEmpty();
    }
}
