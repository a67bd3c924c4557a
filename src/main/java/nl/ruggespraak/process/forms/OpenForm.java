package nl.ruggespraak.process.forms;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.mail.Undelivered;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Network;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what a form shows, for a task that the person who has signed in may read. */
@Component
class OpenForm {

    private static final List<String> SHARED_WORDS = List.of(
            "due",
            "host",
            "asker",
            "refused",
            "failed",
            "late",
            "people",
            "from",
            "what",
            "whose",
            "byWhen",
            "where",
            "agreedOn",
            "noGround",
            "offeredList",
            "offeredNone",
            "offeredSome",
            "offeredMore");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final Map<String, FormContent> contents;
    private final PlanMeetingForm planMeeting;
    private final Meetings meetings;
    private final People people;
    private final Choices choices;
    private final Shown shown;
    private final Deliveries deliveries;
    private final MessageSource messages;
    private final Locale language;

    OpenForm(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            List<FormContent> contents,
            PlanMeetingForm planMeeting,
            Meetings meetings,
            People people,
            Choices choices,
            Shown shown,
            Deliveries deliveries,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.contents = contents.stream().collect(Collectors.toMap(FormContent::task, Function.identity()));
        this.planMeeting = planMeeting;
        this.meetings = meetings;
        this.people = people;
        this.choices = choices;
        this.shown = shown;
        this.deliveries = deliveries;
        this.messages = messages;
        this.language = language;
    }

    /** What the form of this task shows; empty when there is no such task for this person. */
    Optional<FormView> task(String id, String reader) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).active().singleResult())
                .filter(task -> contents.containsKey(task.getTaskDefinitionKey()))
                .map(task -> asEngine(() -> view(task, reader)));
    }

    /** What the form shows with which a meeting is planned. */
    FormView start(String reader) {
        Words words = words(null);
        return new FormView(
                null,
                null,
                null,
                null,
                null,
                choices.in(null, null, words),
                shared(words),
                planMeeting.content(reader));
    }

    private FormView view(Task task, String reader) {
        String businessKey = businessKey(task);
        Optional<MeetingCycle> cycle = meetings.findCycle(businessKey);
        Meeting meeting = meetings.get(MeetingCycle.meetingOf(businessKey));
        String organisation = meeting.key().equals(businessKey) ? null : MeetingCycle.organisationOf(businessKey);
        Words words = words(meeting);
        OpenTask open = new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                businessKey,
                organisation,
                meeting,
                tasks.getVariablesTyped(task.getId()),
                words);
        FormContent content = Objects.requireNonNull(contents.get(task.getTaskDefinitionKey()));
        String asker = content.asker(open);
        Date due = task.getDueDate();
        return new FormView(
                new FormView.TaskView(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        due,
                        due == null ? null : words.moment(due.toInstant())),
                meeting(meeting, words),
                organisation == null ? null : new FormView.Named(organisation, shown.organisation(organisation)),
                asker == null || asker.equals(reader)
                        ? null
                        : people.find(asker).map(this::asker).orElse(null),
                cycle.filter(whose -> reader.equals(whose.representative()))
                        .map(whose -> undelivered(whose, words))
                        .orElse(null),
                choices.in(meeting, organisation, words),
                shared(words),
                content.content(open));
    }

    private FormView.@Nullable UndeliveredView undelivered(MeetingCycle cycle, Words words) {
        int count = deliveries.countUndelivered(cycle.key());
        if (count == 0) {
            return null;
        }
        List<Undelivered> newest = deliveries.undelivered(cycle.key(), 20);
        String names =
                newest.stream().map(Undelivered::recipientName).distinct().collect(Collectors.joining(", "));
        return new FormView.UndeliveredView(
                words.of(
                        "form.words.undelivered",
                        count,
                        count > newest.size() ? words.of("form.words.undeliveredMore", names) : names),
                "/meetings/" + cycle.meeting() + "/deliveries",
                words.of("form.words.undeliveredWhy"));
    }

    private String businessKey(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return Objects.requireNonNull(instance.getBusinessKey(), "A process instance has no business key");
    }

    private FormView.MeetingView meeting(Meeting meeting, Words words) {
        return new FormView.MeetingView(
                meeting.key(),
                meeting.title(),
                people.network(meeting.network()).map(Network::name).orElse(meeting.network()),
                words.period(meeting.dates().startsAt(), meeting.dates().endsAt()),
                meeting.location(),
                shown.region(meeting.region(), words),
                shown.organisation(meeting.host()),
                meeting.topic(),
                meeting.statements());
    }

    private FormView.AskerView asker(Person person) {
        return new FormView.AskerView(
                person.name(), shown.organisation(person.organisation()), person.email(), person.phone());
    }

    /** In the language of the form around it, which was deployed in the installation's. */
    private Words words(@Nullable Meeting meeting) {
        return new Words(messages, language, meeting == null ? java.time.ZoneOffset.UTC : meeting.zone());
    }

    private static Map<String, String> shared(Words words) {
        return SHARED_WORDS.stream()
                .collect(Collectors.toMap(Function.identity(), word -> words.of("form.words." + word)));
    }

    /** Who may read a task may read what its form shows, whatever else of the engine is closed to that person. */
    private <T> T asEngine(Supplier<T> work) {
        Authentication signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(signedIn);
        }
    }
}
