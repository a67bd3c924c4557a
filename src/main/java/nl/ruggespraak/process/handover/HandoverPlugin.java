package nl.ruggespraak.process.handover;

import java.util.ArrayList;
import java.util.List;
import nl.ruggespraak.people.HandDutiesOver;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link TaskAssignments} on every user task, of models that were deployed earlier too. */
@Component
class HandoverPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<HandDutiesOver> handDutiesOver;

    /** Handing over needs the engine; it is there when the engine is. */
    HandoverPlugin(ObjectProvider<HandDutiesOver> handDutiesOver) {
        this.handDutiesOver = handDutiesOver;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        TaskListener assignments = new TaskAssignments(handDutiesOver::getObject);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assignments);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
