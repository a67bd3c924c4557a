package nl.ruggespraak.process.representativeneeded;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.RepresentativeProcess;
import nl.ruggespraak.meeting.RepresentativeRequest;
import nl.ruggespraak.notice.RepresentativeNeededNotice;
import nl.ruggespraak.process.AsEngine;
import nl.ruggespraak.process.OpenDates;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Follows each request for a representative by a process instance. */
@Component
class CamundaRepresentativeProcess implements RepresentativeProcess {

    private static final String MODEL = "representative-needed";

    private final RuntimeService runtime;
    private final OpenDates openDates;
    private final RepresentativeNeededNotice notice;
    private final AsEngine engine;

    CamundaRepresentativeProcess(
            RuntimeService runtime, OpenDates openDates, RepresentativeNeededNotice notice, AsEngine engine) {
        this.runtime = runtime;
        this.openDates = openDates;
        this.notice = notice;
        this.engine = engine;
    }

    @Override
    public void asked(Meeting meeting, RepresentativeRequest request, Instant nameBy) {
        VariableMap variables = Variables.createVariables();
        ProcessVariables.ORGANISATION.put(variables, request.organisation());
        ProcessVariables.MEETING.put(variables, meeting.title());
        ProcessVariables.MANAGER.put(variables, requireNonNull(request.asked()));
        dates(variables, meeting, nameBy);
        engine.run(() -> runtime.startProcessInstanceByKey(MODEL, request.key(), variables));
    }

    @Override
    public void nobodyToAsk(RepresentativeRequest request) {
        notice.nobodyToAsk(request.key());
    }

    @Override
    public void rescheduled(Meeting meeting, Collection<String> requests, Instant nameBy) {
        engine.run(() -> {
            List<String> instances = runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(MODEL)
                    .processInstanceBusinessKeyLike(meeting.key() + "/%")
                    .list()
                    .stream()
                    .filter(instance -> requests.contains(instance.getBusinessKey()))
                    .map(ProcessInstance::getId)
                    .toList();
            VariableMap variables = Variables.createVariables();
            dates(variables, meeting, nameBy);
            instances.forEach(instance -> runtime.setVariables(instance, variables));
            openDates.moveTimers(
                    instances,
                    MODEL,
                    Map.of(
                            "timer_namingOverdue",
                            nameBy,
                            "timer_meetingStartsWithout",
                            meeting.dates().startsAt()));
            openDates.moveTasks(instances, Map.of("userTask_nameRepresentative", nameBy));
        });
    }

    @Override
    public void ended(Collection<String> requests) {
        engine.run(() -> requests.forEach(key -> runtime.createMessageCorrelation("ruggespraak.representativeNotNeeded")
                .processInstanceBusinessKey(key)
                .correlateAll()));
    }

    private static void dates(VariableMap variables, Meeting meeting, Instant nameBy) {
        ProcessVariables.NAME_BY.put(variables, Date.from(nameBy));
        ProcessVariables.STARTS_AT.put(variables, Date.from(meeting.dates().startsAt()));
    }
}
