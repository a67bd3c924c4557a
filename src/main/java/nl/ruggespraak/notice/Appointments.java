package nl.ruggespraak.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.link.WaitingTask;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.shared.DateInWords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words the appointments that a meeting brings. */
@Component
class Appointments {

    private static final Duration OF_A_DEADLINE = Duration.ofMinutes(15);

    /** On the same working day, with time left to answer. */
    private static final Duration BEFORE_A_DEADLINE = Duration.ofHours(2);

    private final Names names;
    private final MessageSource messages;
    private final String url;

    Appointments(Names names, MessageSource messages, @Value("${ruggespraak.url}") String url) {
        this.names = names;
        this.messages = messages;
        this.url = url.replaceAll("/+$", "");
    }

    /** The meeting itself, for those who go. Reminders are left to everybody's own settings, as with any meeting. */
    Appointment meeting(Meeting meeting) {
        String host = names.of(meeting).host();
        return new Appointment(
                "meeting/" + meeting.key(),
                meeting.revision(),
                true,
                language -> new CalendarEntry.Content(
                        meeting.dates().startsAt(),
                        meeting.dates().endsAt(),
                        meeting.zone(),
                        meeting.title(),
                        meeting.location(),
                        about(meeting, host, language),
                        url + "/",
                        true,
                        null));
    }

    /** The moment until which asks are in time, for a colleague who is asked. It keeps nobody from meeting somebody else. */
    Appointment askDeadline(Meeting meeting, String cycle) {
        Instant closes = meeting.dates().asksCloseAt();
        String page = url + WaitingTask.GIVE_ASKS.path(cycle);
        return new Appointment(
                "asks/" + cycle,
                meeting.revision(),
                false,
                language -> new CalendarEntry.Content(
                        closes.minus(OF_A_DEADLINE),
                        closes,
                        meeting.zone(),
                        words(language, "notice.calendar.asks", meeting.title()),
                        null,
                        words(
                                language,
                                "notice.calendar.asks.details",
                                DateInWords.of(closes, meeting.zone(), language),
                                meeting.title(),
                                page),
                        page,
                        false,
                        BEFORE_A_DEADLINE));
    }

    private String about(Meeting meeting, String host, Locale language) {
        StringBuilder about = new StringBuilder();
        about.append(words(language, "notice.calendar.fact", words(language, "notice.fact.host"), host));
        if (!meeting.topic().isBlank()) {
            about.append('\n')
                    .append(words(
                            language, "notice.calendar.fact", words(language, "notice.fact.topic"), meeting.topic()));
        }
        if (!meeting.statements().isEmpty()) {
            about.append("\n\n").append(words(language, "notice.statements")).append(":\n");
            about.append(meeting.statements().stream()
                    .map(statement -> "- " + statement)
                    .collect(Collectors.joining("\n")));
        }
        return about.append("\n\n").append(url).append('/').toString();
    }

    private String words(Locale language, String name, Object... arguments) {
        return messages.getMessage(name, arguments, language);
    }
}
