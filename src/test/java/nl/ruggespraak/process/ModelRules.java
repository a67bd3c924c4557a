package nl.ruggespraak.process;

import static nl.ruggespraak.process.ModelFile.ids;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What our models keep to. Each rule answers with the places that break it. */
final class ModelRules {

    private static final Pattern OUR_ID = Pattern.compile(
            "(userTask|serviceTask|sendTask|receiveTask|businessRuleTask|callActivity|subProcess|gateway|startEvent|endEvent|timer|message)_[a-z][a-zA-Z0-9]*|flow(_[a-z][a-zA-Z0-9]*){1,2}");
    private static final Pattern GENERATED = Pattern.compile(
            ".*(_|^)(?=[0-9a-z]*[0-9])(?=[0-9a-z]*[a-z])[0-9a-z]{7}(_di)?|.*[0-9a-f]{8}-[0-9a-f]{4}-.*");
    private static final Pattern TRIVIAL =
            Pattern.compile("\\$\\{(!?\\w+|\\w+ (==|!=|<|>|<=|>=) ('[^']*'|-?\\d+|\\w+))}");
    private static final Pattern FORM = Pattern.compile("embedded:deployment:(forms/[a-z-]+\\.html)");
    private static final Pattern SENDS = Pattern.compile("(Send|Tell|Remind|Announce|Deliver|Hand over|Invite)\\b.*");
    private static final Set<String> WORDS_OF_EXPRESSIONS =
            Set.of("true", "false", "null", "not", "empty", "and", "or", "eq", "ne", "lt", "gt", "le", "ge");

    private ModelRules() {}

    static List<String> fileIsNamedAfterTheProcess(ModelFile file) {
        return ids(file.every(Process.class), process -> !file.fileName().equals(process.getId() + ".bpmn"));
    }

    static List<String> exactlyOneProcessIsExecutable(ModelFile file) {
        List<String> executable = ids(file.every(Process.class), Process::isExecutable);
        return executable.size() == 1 ? List.of() : List.of("executable: " + executable);
    }

    static List<String> historyHasATimeToLive(ModelFile file) {
        return ids(
                file.every(Process.class),
                process -> process.getCamundaHistoryTimeToLiveString() == null
                        || !process.getCamundaHistoryTimeToLiveString().matches("P\\d+D"));
    }

    static List<String> idsAreOurs(ModelFile file) {
        List<String> broken = ids(
                Stream.concat(file.nodes(), file.flows()),
                element -> !OUR_ID.matcher(element.getId()).matches());
        List<String> generated = file.found("\\bid=\"([^\"]+)\"").stream()
                .filter(id -> GENERATED.matcher(id).matches())
                .toList();
        return Stream.of(broken, generated).flatMap(List::stream).distinct().toList();
    }

    static List<String> everyNodeHasANameExceptJoins(ModelFile file) {
        return ids(file.nodes(), node -> hasNoName(node) != mayHaveNoName(node));
    }

    static List<String> anExclusiveSplitAsksAndItsFlowsAnswer(ModelFile file) {
        List<String> broken = new ArrayList<>(ids(
                file.every(ExclusiveGateway.class),
                gateway -> isSplit(gateway)
                        && (gateway.getName() == null || !gateway.getName().endsWith("?"))));
        broken.addAll(ids(
                file.flows(),
                flow -> flow.getSource() instanceof ExclusiveGateway gateway
                        && isSplit(gateway)
                        && (flow.getName() == null || flow.getName().isBlank())));
        return broken;
    }

    /** Of the flows out of a split one is the default, and all others have a condition. */
    static List<String> noIsNegatedOrDefault(ModelFile file) {
        List<String> broken = new ArrayList<>(ids(
                file.flows(),
                flow -> flow.getName() != null
                        && flow.getName().matches("(?i)(no|not)\\b.*")
                        && !isDefault(flow)
                        && !condition(flow).startsWith("${!")));
        broken.addAll(ids(
                file.flows(),
                flow -> flow.getSource() instanceof ExclusiveGateway gateway
                        && isSplit(gateway)
                        && isDefault(flow) != condition(flow).isEmpty()));
        return broken;
    }

    static List<String> conditionsAreTrivial(ModelFile file) {
        return ids(
                file.flows(),
                flow -> !condition(flow).isEmpty()
                        && !TRIVIAL.matcher(condition(flow)).matches());
    }

    static List<String> logicIsNotInTheModel(ModelFile file) {
        List<String> broken = new ArrayList<>(ids(file.every(ScriptTask.class), task -> true));
        broken.addAll(
                file.found("(<camunda:script\\b|\\bcamunda:class=|\\sclass=|\\bcamunda:expression=|\\sexpression=)"));
        broken.addAll(file.found("(\\$\\{[^}]*\\([^}]*})"));
        broken.addAll(ids(
                file.every(ServiceTask.class),
                task -> task.getCamundaDelegateExpression() == null
                        || !task.getCamundaDelegateExpression().matches("\\$\\{\\w+Delegate}")));
        return broken;
    }

    /** Forms and decisions are there, and bound to the deployment of the model; so are called processes. */
    static List<String> formsAndDecisionsExistInTheSameDeployment(ModelFile file, Set<String> formsAndDecisions) {
        List<String> broken = new ArrayList<>();
        for (UserTask task : file.every(UserTask.class).toList()) {
            String expected = "forms/" + kebab(task.getId().replace("userTask_", "")) + ".html";
            if (!isThere(task.getCamundaFormKey(), formsAndDecisions)
                    || !Objects.requireNonNull(task.getCamundaFormKey()).endsWith(expected)) {
                broken.add(task.getId() + ": " + task.getCamundaFormKey());
            }
        }
        broken.addAll(ids(
                file.every(StartEvent.class),
                start -> start.getCamundaFormKey() != null && !isThere(start.getCamundaFormKey(), formsAndDecisions)));
        broken.addAll(ids(
                file.every(BusinessRuleTask.class),
                task -> !"deployment".equals(task.getCamundaDecisionRefBinding())
                        || !formsAndDecisions.contains(task.getCamundaDecisionRef())));
        broken.addAll(ids(
                file.every(CallActivity.class),
                call -> !"deployment".equals(call.getCamundaCalledElementBinding())
                        || ModelFile.all().stream()
                                .noneMatch(model -> model.fileName().equals(call.getCalledElement() + ".bpmn"))));
        return broken;
    }

    static List<String> everyVariableIsDeclared(ModelFile file) {
        Set<String> used = new TreeSet<>();
        used.addAll(file.found("(?:input|output)Parameter name=\"(\\w+)\""));
        used.addAll(file.found("elementVariable=\"(\\w+)\""));
        used.addAll(file.found("resultVariable=\"(\\w+)\""));
        for (String expression : file.found("(?<!delegateExpression=\")\\$\\{([^}]*)}")) {
            String names = expression.replaceAll("'[^']*'", " ").replaceAll("\\.\\w+", " ");
            Pattern.compile("[A-Za-z_]\\w*")
                    .matcher(names)
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !WORDS_OF_EXPRESSIONS.contains(name))
                    .forEach(used::add);
        }
        used.removeAll(declared());
        return List.copyOf(used);
    }

    /** The names that {@link ProcessVariables} declares. */
    static Set<String> declared() {
        return Arrays.stream(ProcessVariables.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Variable.class)
                .map(field -> {
                    try {
                        return ((Variable<?>) field.get(null)).name();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
    }

    static List<String> messagesAndEscalationsBearTheProductsName(ModelFile file) {
        List<String> broken = new ArrayList<>(
                ids(file.every(Message.class), message -> !message.getName().matches("ruggespraak\\.[a-z][a-zA-Z]*")));
        broken.addAll(ids(
                file.every(Escalation.class),
                escalation -> !escalation.getEscalationCode().matches("ruggespraak\\.[a-z][a-zA-Z]*")));
        return broken;
    }

    static List<String> everyUserTaskIsSomebodys(ModelFile file) {
        return ids(
                file.every(UserTask.class),
                task -> (task.getCamundaAssignee() == null) == (task.getCamundaCandidateGroups() == null)
                        || task.getCamundaPriority() == null);
    }

    /**
     * A save point is where the engine's transaction ends. There is one
     * <ul>
     *   <li>before every service, send and business rule task, and before each round of a repeated one;
     *   <li>after every task that sends, every user task and every caught message, unless what comes next is a save point
     *       itself: a wait state or one of the tasks above;
     *   <li>before a parallel join;
     *   <li>nowhere else: not before a wait state, and not at the start of a process.
     * </ul>
     */
    static List<String> savePointsAreWhereTheyBelong(ModelFile file) {
        List<String> broken = new ArrayList<>();
        for (FlowNode node : file.nodes().toList()) {
            boolean before = needsBefore(node);
            boolean after = needsAfter(node);
            if (node.isCamundaAsyncBefore() != before) {
                broken.add(node.getId() + (before ? " has none before it" : " must have none before it"));
            }
            if (!(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter() != after) {
                broken.add(node.getId() + (after ? " has none after it" : " must have none after it"));
            }
            if (isWork(node)
                    && node instanceof Activity activity
                    && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                    && !loop.isCamundaAsyncBefore()) {
                broken.add(node.getId() + " has none before each round");
            }
        }
        return broken;
    }

    private static boolean needsBefore(FlowNode node) {
        return isWork(node)
                || node instanceof ParallelGateway && node.getIncoming().size() > 1;
    }

    private static boolean needsAfter(FlowNode node) {
        boolean done = node instanceof UserTask || node instanceof ReceiveTask || catchesAMessage(node) || sends(node);
        return done
                && !isStartOfTheProcess(node)
                && node.getOutgoing().stream()
                        .map(SequenceFlow::getTarget)
                        .map(ModelRules::behindJoins)
                        .anyMatch(next -> !isWait(next) && !needsBefore(next));
    }

    private static FlowNode behindJoins(FlowNode node) {
        FlowNode next = node;
        while (next instanceof ExclusiveGateway && next.getOutgoing().size() == 1) {
            next = next.getOutgoing().iterator().next().getTarget();
        }
        return next;
    }

    private static boolean isWork(FlowNode node) {
        return node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask;
    }

    private static boolean isWait(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }

    private static boolean sends(FlowNode node) {
        return node instanceof SendTask
                || node instanceof ServiceTask
                        && node.getName() != null
                        && SENDS.matcher(node.getName()).matches();
    }

    private static boolean catchesAMessage(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
    }

    private static boolean isStartOfTheProcess(FlowNode node) {
        return node instanceof StartEvent && !(node.getParentElement() instanceof SubProcess);
    }

    private static boolean isSplit(Gateway gateway) {
        return gateway.getOutgoing().size() > 1;
    }

    private static boolean hasNoName(FlowNode node) {
        return node.getName() == null || node.getName().isBlank();
    }

    private static boolean mayHaveNoName(FlowNode node) {
        return node instanceof ParallelGateway || node instanceof Gateway gateway && !isSplit(gateway);
    }

    private static boolean isDefault(SequenceFlow flow) {
        BaseElement usual = flow.getSource() instanceof ExclusiveGateway gateway ? gateway.getDefault() : null;
        return usual != null && usual.getId().equals(flow.getId());
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }

    private static boolean isThere(String formKey, Set<String> forms) {
        var found = FORM.matcher(Objects.requireNonNullElse(formKey, ""));
        return found.matches() && forms.contains(found.group(1));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
