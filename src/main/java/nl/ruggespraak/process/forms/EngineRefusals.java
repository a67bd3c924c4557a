package nl.ruggespraak.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response.Status;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.DateInWords;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.spin.SpinRuntimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says in a sentence what the engine could not do because somebody was faster, because it is over, or because what was sent cannot be kept. */
@Component
class EngineRefusals {

    private static final String AT_ONCE = "refusal.engine.atOnce";

    /** They end at the next save point, before anything leaves the house: they may begin again. */
    private static final Set<Class<?>> OF_A_TASK = Set.of(
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            AddCommentCmd.class);

    private final RefusalSentences sentences;
    private final People people;
    private final ZoneId zone;

    EngineRefusals(
            RefusalSentences sentences, People people, @Value("${ruggespraak.zone:Europe/Amsterdam}") ZoneId zone) {
        this.sentences = sentences;
        this.people = people;
        this.zone = zone;
    }

    /**
     * What a person is told.
     *
     * @param status of the answer
     */
    record Told(Status status, Refusal refusal) {

        /** Whether it happened at the same moment, and nothing is known of how it ended. */
        boolean isAtOnce() {
            return refusal.problems().get(0).message().equals(AT_ONCE);
        }
    }

    /** Whether a person's command may be done again from the beginning. */
    static boolean mayBeginAgain(Command<?> command) {
        return OF_A_TASK.contains(command.getClass())
                || command instanceof SubmitStartFormCmd
                || command instanceof StartProcessInstanceCmd
                || command instanceof AbstractCorrelateMessageCmd;
    }

    /** Nothing, when it is a fault of ours, or a matter of rights. */
    Optional<Told> of(
            RuntimeException thrown,
            Command<?> command,
            @Nullable String reader,
            ProcessEngineConfigurationImpl engine) {
        // Whoever comes second may fail at anything, for half of what belongs to the task is gone already.
        String task = task(command);
        if (task != null && !isOpen(task, engine)) {
            return Optional.of(over(task, reader, engine));
        }
        Optional<Refusal> refusal = refusal(thrown);
        if (refusal.isPresent()) {
            return refusal.map(found -> new Told(Status.BAD_REQUEST, found));
        }
        if (thrown instanceof NullValueException || thrown instanceof NotFoundException) {
            return told(Status.NOT_FOUND, "refusal.engine.gone");
        }
        if (Conflict.isIn(thrown)) {
            return told(Status.CONFLICT, AT_ONCE);
        }
        if (thrown instanceof MismatchingMessageCorrelationException) {
            return told(Status.BAD_REQUEST, "refusal.engine.notAwaited");
        }
        return isUnreadable(thrown) ? told(Status.BAD_REQUEST, "refusal.engine.unreadable") : Optional.empty();
    }

    private static Optional<Told> told(Status status, String message) {
        return Optional.of(new Told(status, Refusal.of("", message)));
    }

    /** Who answered, and when, is told to those who may read the task's history, and to nobody else. */
    private Told over(String task, @Nullable String reader, ProcessEngineConfigurationImpl engine) {
        HistoricTaskInstance past = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task)
                .finished()
                .singleResult();
        if (past == null) {
            return new Told(Status.NOT_FOUND, Refusal.of("", "refusal.task.gone"));
        }
        String who = "completed".equals(past.getDeleteReason()) ? answeredBy(past, engine) : null;
        if (who == null) {
            return new Told(Status.CONFLICT, Refusal.of("", "refusal.task.over"));
        }
        Locale language = sentences.language(reader);
        String when = DateInWords.of(past.getEndTime().toInstant(), zone, language);
        return new Told(
                Status.CONFLICT,
                who.equals(reader)
                        ? Refusal.of("", "refusal.task.answeredByYou", when)
                        : Refusal.of("", "refusal.task.answered", name(who), when));
    }

    /** Its assignee, or of a task for a whole group whoever is recorded; nobody, when its time was over. */
    private static @Nullable String answeredBy(HistoricTaskInstance past, ProcessEngineConfigurationImpl engine) {
        return past.getAssignee() != null
                ? past.getAssignee()
                : engine
                        .getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(past.getId())
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                        .listPage(0, 1)
                        .stream()
                        .map(UserOperationLogEntry::getUserId)
                        .findFirst()
                        .orElse(null);
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    /** Also for those who may not read it: they hear that it is not theirs. */
    private static boolean isOpen(String task, ProcessEngineConfigurationImpl engine) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.getTaskManager().findTaskById(task) != null);
    }

    /** The task that a command is about, if it is about one. */
    private static @Nullable String task(Command<?> command) {
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        return fields.isReadableProperty("taskId") && fields.getPropertyValue("taskId") instanceof String task
                ? task
                : null;
    }

    /** What no column can hold, and what only looks like JSON. */
    private static boolean isUnreadable(Throwable thrown) {
        return Conflict.causes(thrown)
                .anyMatch(cause -> cause instanceof SpinRuntimeException
                        || cause instanceof JsonProcessingException
                        || JdbcFaults.isUnkeepable(cause));
    }

    /** The refusal that the engine wrapped, if it is one. */
    static Optional<Refusal> refusal(Throwable thrown) {
        return Conflict.causes(thrown)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }
}
