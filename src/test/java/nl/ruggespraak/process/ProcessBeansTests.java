package nl.ruggespraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The models call beans by name; nothing but this test would tell that one is missing before its step is reached. */
@RuggespraakTest
class ProcessBeansTests {

    @Autowired
    private ApplicationContext beans;

    @Test
    void everyBeanThatAModelCallsIsThere() {
        List<String> missing = new ArrayList<>();
        for (ModelFile model : ModelFile.all()) {
            check(
                    JavaDelegate.class,
                    model.every(ServiceTask.class).map(ServiceTask::getCamundaDelegateExpression),
                    missing);
            check(
                    TaskListener.class,
                    model.every(CamundaTaskListener.class).map(CamundaTaskListener::getCamundaDelegateExpression),
                    missing);
            check(
                    ExecutionListener.class,
                    model.every(CamundaExecutionListener.class)
                            .map(CamundaExecutionListener::getCamundaDelegateExpression),
                    missing);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDelegateAndListenerIsCalledByAModel() {
        List<String> called = ModelFile.all().stream()
                .flatMap(model -> model.found("elegateExpression=\"\\$\\{(\\w+)}\"").stream())
                .toList();

        assertThat(Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                        .flatMap(type -> beans.getBeansOfType(type).entrySet().stream())
                        .filter(bean -> bean.getValue().getClass().getName().startsWith("nl.ruggespraak"))
                        .map(bean -> bean.getKey())
                        .filter(name -> !called.contains(name)))
                .isEmpty();
    }

    private void check(Class<?> type, Stream<String> expressions, List<String> missing) {
        expressions
                .filter(Objects::nonNull)
                .map(expression -> expression.replaceAll("[${}]", ""))
                .forEach(name -> {
                    if (!beans.containsBean(name) || !beans.isTypeMatch(name, type)) {
                        missing.add(name + " (" + type.getSimpleName() + ")");
                    }
                });
    }
}
