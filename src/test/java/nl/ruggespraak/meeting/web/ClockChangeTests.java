package nl.ruggespraak.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In the night in which the clocks change, a time that is none, or two, is refused: nobody's meeting is moved by an hour without a word. */
@RuggespraakTest
class ClockChangeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @ParameterizedTest
    @CsvSource({
        "true, 02:30, 04:00, startsAt, skipped",
        "true, 01:00, 02:30, endsAt, skipped",
        "false, 02:30, 04:00, startsAt, twice",
        "false, 01:00, 02:30, endsAt, twice"
    })
    void plansNoMeetingAtATimeThatIsNone(boolean forward, String start, String end, String field, String how) {
        LocalDate night = changeOfClocks(forward);
        Map<String, Object> plan = fixture.aPlan();
        plan.put("startsAt", night + "T" + start);
        plan.put("endsAt", night + "T" + end);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> fixture.planned(plan));

        assertThat(refusal.problems()).extracting(Problem::message).containsExactly("refusal." + field + "." + how);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 02:30, 04:00, 'there is no such time'",
        "true, 01:00, 02:59, 'there is no such time'",
        "false, 02:00, 04:00, 'comes twice'",
        "false, 01:00, 02:59, 'comes twice'"
    })
    void movesNoMeetingToATimeThatIsNone(boolean forward, String start, String end, String sentence) {
        LocalDate night = changeOfClocks(forward);
        String key = fixture.aPlannedMeeting();
        Meeting before = meetings.get(key);

        HttpResponse<String> refused = move(before, night + "T" + start, night + "T" + end);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
        assertThat(meetings.get(key)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"true, 01:59, 03:00", "false, 01:59, 03:00"})
    void takesTheTimesBeforeAndAfter(boolean forward, String start, String end) {
        LocalDate night = changeOfClocks(forward);
        Meeting before = meetings.get(fixture.aPlannedMeeting());

        assertThat(move(before, night + "T" + start, night + "T" + end).statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> move(Meeting meeting, String start, String end) {
        String page = "/meetings/" + meeting.key();
        return Visitor.signedIn(port, "chair")
                .form(
                        page,
                        page + "/move",
                        "revision=%d&startsAt=%s&endsAt=%s&location=Castle&sure=yes"
                                .formatted(meeting.revision(), encode(start), encode(end)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The next night in which the clocks go forward, or back. */
    private static LocalDate changeOfClocks(boolean forward) {
        var rules = ZoneId.of("Europe/Amsterdam").getRules();
        ZoneOffsetTransition change = rules.nextTransition(Instant.now());
        return (change.isGap() == forward ? change : rules.nextTransition(change.getInstant()))
                .getDateTimeBefore()
                .toLocalDate();
    }
}
