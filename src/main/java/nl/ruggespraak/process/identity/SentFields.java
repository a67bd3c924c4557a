package nl.ruggespraak.process.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Lets people send the fields of their forms and messages, and no other variable. The engine would take any, into the process itself: whose organisation it is, who
 * decides, when it ends. For the same reason only the two messages of a chair may be sent, and nothing is started in its middle. Comments come only from whoever may work the task.
 */
class SentFields extends CommandInterceptor {

    private static final Set<String> OF_A_PLAN = Set.of(
            "title",
            "network",
            "startsAt",
            "endsAt",
            "location",
            "region",
            "host",
            "topic",
            "statements",
            "leadTimeDays");

    private static final Map<String, Set<String>> OF_MESSAGES = Map.of(
            "ruggespraak.meetingRescheduled", Set.of("startsAt", "endsAt", "location"),
            "ruggespraak.meetingCancelled", Set.of());

    private final IdentityService identity;
    private final List<String> administrators;

    SentFields(IdentityService identity, List<String> administrators) {
        this.identity = identity;
        this.administrators = administrators;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || !isAPerson()) {
            return next.execute(command);
        }
        if (command instanceof CompleteTaskCmd) {
            return next.execute(checked(command, variables(command, "variables")));
        }
        if (command instanceof SubmitTaskFormCmd) {
            return next.execute(checked(command, variables(command, "properties")));
        }
        if (command instanceof AddCommentCmd) {
            return next.execute(byWhoeverWorksIt(command));
        }
        if (command instanceof SubmitStartFormCmd) {
            refuseOthers(variables(command, "variables"), OF_A_PLAN);
        } else if (command instanceof StartProcessInstanceCmd) {
            refuseOthers(
                    field(command, "instantiationBuilder", ProcessInstantiationBuilderImpl.class)
                            .getVariables(),
                    OF_A_PLAN);
        } else if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw new AuthorizationException("Only administrators may start a process in its middle.");
        } else if (command instanceof AbstractCorrelateMessageCmd) {
            check(field(command, "builder", MessageCorrelationBuilderImpl.class));
        }
        return next.execute(command);
    }

    private boolean isAPerson() {
        var reader = identity.getCurrentAuthentication();
        return reader != null
                && (reader.getGroupIds() == null
                        || reader.getGroupIds().stream().noneMatch(administrators::contains));
    }

    /** In the same context, so that the task is read once. */
    private static <T> Command<T> checked(Command<T> command, @Nullable Map<?, ?> sent) {
        return context -> {
            if (sent != null && !sent.isEmpty()) {
                refuseOthers(sent, fields(context, field(command, "taskId", String.class)));
            }
            return command.execute(context);
        };
    }

    /** The engine lets everybody comment who may read, and beside any process instance. */
    private static <T> Command<T> byWhoeverWorksIt(Command<T> comment) {
        return context -> {
            String id = field(comment, "taskId", String.class);
            TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
            String instance = field(comment, "processInstanceId", String.class);
            if (task == null
                    || instance != null && !instance.equals(task.getProcessInstanceId())
                    || !worksIt(task, context)) {
                throw Refusal.of("message", "refusal.comment.notYours");
            }
            return comment.execute(context);
        };
    }

    private static boolean worksIt(TaskEntity task, CommandContext context) {
        try {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskWork(task));
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    /** A task's form has the fields that the model declares as the task's inputs. */
    private static Set<String> fields(CommandContext context, String id) {
        TaskEntity task = context.getTaskManager().findTaskById(id);
        IoMapping mapping = task == null || task.getExecution() == null
                ? null
                : task.getExecution().getActivity().getIoMapping();
        return mapping == null
                ? Set.of()
                : mapping.getInputParameters().stream()
                        .map(InputParameter::getName)
                        .collect(Collectors.toSet());
    }

    private static void check(MessageCorrelationBuilderImpl message) {
        Set<String> fields = message.getMessageName() == null ? null : OF_MESSAGES.get(message.getMessageName());
        if (fields == null) {
            throw new AuthorizationException("Only administrators may send this message.");
        }
        refuseOthers(message.getPayloadProcessInstanceVariables(), fields);
        refuseOthers(message.getPayloadProcessInstanceVariablesLocal(), Set.of());
        refuseOthers(message.getPayloadProcessInstanceVariablesToTriggeredScope(), Set.of());
    }

    private static void refuseOthers(@Nullable Map<?, ?> sent, Set<String> fields) {
        if (sent == null) {
            return;
        }
        for (Object name : sent.keySet()) {
            if (!fields.contains(String.valueOf(name))) {
                throw new AuthorizationException(
                        "Only administrators may set variables; this form has no field %s.".formatted(name));
            }
        }
    }

    private static @Nullable Map<?, ?> variables(Command<?> command, String name) {
        return (Map<?, ?>) new DirectFieldAccessor(command).getPropertyValue(name);
    }

    private static <V> V field(Command<?> command, String name, Class<V> type) {
        return type.cast(new DirectFieldAccessor(command).getPropertyValue(name));
    }
}
