package nl.ruggespraak.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class NetworkMeetingsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private Meetings meetings;

    @AfterEach
    void putTheClockBack() {
        engine.resetClock();
    }

    @Test
    void movesWhatTheChairHasSeenMove() {
        String key = fixture.anAnnouncedMeeting("lnv").replace("/lnv", "");
        Meeting before = meetings.get(key);
        LocalDateTime start = start(before).plusDays(7);
        Visitor chair = Visitor.signedIn(port, "chair");

        HttpResponse<String> look = chair.form(page(key), page(key) + "/move", fields(before, start, "Castle"));
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body()).contains("Asks close", "Castle", "8 people know of the meeting", "name=\"sure\"");
        assertThat(meetings.get(key)).as("nothing has happened yet").isEqualTo(before);

        HttpResponse<String> done =
                chair.form(page(key), page(key) + "/move", fields(before, start, "Castle") + "&sure=yes");
        assertThat(chair.location(done)).isEqualTo(page(key) + "?moved");
        engine.work(key);
        assertThat(start(meetings.get(key))).isEqualTo(start);
        assertThat(meetings.get(key).location()).isEqualTo("Castle");
        assertThat(engine.due(key, "timer_meetingEnded"))
                .isEqualTo(meetings.get(key).dates().endsAt());
        assertThat(chair.get(page(key) + "?moved").body()).contains("has been moved", "Castle");
    }

    @Test
    void callsOffWhatTheChairIsSureOf() {
        String key = fixture.anAnnouncedMeeting("lnv").replace("/lnv", "");
        Visitor chair = Visitor.signedIn(port, "chair");

        HttpResponse<String> look = chair.form(page(key), page(key) + "/cancel", "revision=0&reason=No+room");
        assertThat(look.body()).contains("No room", "8 people know of the meeting", "name=\"sure\"");
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.PLANNED);

        HttpResponse<String> done = chair.form(page(key), page(key) + "/cancel", "revision=0&reason=No+room&sure=yes");
        assertThat(chair.location(done)).isEqualTo(page(key) + "?cancelled");
        engine.work(key);
        assertThat(engine.instances(key)).isEmpty();
        assertThat(chair.get(page(key)).body())
                .contains("No room", "Called off")
                .doesNotContain("/move\"", "/cancel\"");
    }

    @Test
    void tellsWhenSomebodyElseWasFasterAndKeepsWhatWasTyped() {
        String key = fixture.aPlannedMeeting();
        Meeting seen = meetings.get(key);
        Visitor chair = Visitor.signedIn(port, "chair");
        chair.form(page(key), page(key) + "/move", fields(seen, start(seen).plusDays(1), "Castle") + "&sure=yes");

        HttpResponse<String> late = chair.form(
                page(key), page(key) + "/move", fields(seen, start(seen).plusDays(2), "Library") + "&sure=yes");
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body())
                .contains("Somebody has changed this meeting", "value=\"Library\"", "name=\"revision\" value=\"1\"");
        assertThat(meetings.get(key).location()).isEqualTo("Castle");

        HttpResponse<String> off = chair.form(page(key), page(key) + "/cancel", "revision=0&reason=Flu&sure=yes");
        assertThat(off.statusCode()).isEqualTo(400);
        assertThat(off.body()).contains("Somebody has changed this meeting", ">Flu</textarea>");
        assertThat(meetings.get(key).status()).isEqualTo(MeetingStatus.PLANNED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "move   | startsAt=soon&endsAt=2099-01-01T10:00&location=Here             | startsAt | not a date and time",
                "move   | startsAt=&endsAt=&location=                                     | endsAt   | Say when the meeting ends",
                "move   | startsAt=2020-01-01T10:00&endsAt=2020-01-01T12:00&location=Here | startsAt | in the past",
                "cancel | reason=                                                         | cancelReason | Say why"
            })
    void saysWhatIsWrongBesideTheField(String form, String fields, String field, String why) {
        String key = fixture.aPlannedMeeting();
        HttpResponse<String> answer = Visitor.signedIn(port, "chair")
                .form(page(key), page(key) + "/" + form, "revision=0&" + fields + "&sure=yes");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why, "aria-describedby=\"" + field + "-problem\"");
        assertThat(meetings.get(key).revision()).isZero();
    }

    @Test
    void showsAnOrganisationItsOwnPartOnly() {
        String key = fixture.anAnnouncedMeeting("lnv").replace("/lnv", "");
        String ours =
                Visitor.signedIn(port, "lnv-representative").get(page(key)).body();
        assertThat(ours)
                .contains("The part of Ministry of Agriculture", "Collecting asks", "Marieke van Dijk")
                .doesNotContain("Road Authority", "Karin Smit", "/move\"", "/cancel\"");
        String managers = Visitor.signedIn(port, "rws-manager").get(page(key)).body();
        assertThat(managers)
                .contains("The part of Road Authority", "Not announced yet")
                .doesNotContain("Ministry", "Marieke");
        String chairs = Visitor.signedIn(port, "chair").get(page(key)).body();
        assertThat(chairs).contains("Marieke van Dijk", "Karin Smit", "/move\"", "/cancel\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-1", "lnv-director", "rws-department-head-1"})
    void areNothingForAnybodyElse(String person) {
        String key = fixture.aPlannedMeeting();
        Visitor visitor = Visitor.signedIn(port, person);
        assertThat(visitor.get(page(key)).statusCode()).isEqualTo(404);
        assertThat(visitor.get(page(key) + "/substitute").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/meetings").body()).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-representative", "lnv-manager"})
    void areMovedAndCalledOffByNobodyElse(String person) {
        String key = fixture.aPlannedMeeting();
        Meeting before = meetings.get(key);
        Visitor visitor = Visitor.signedIn(port, person);
        assertThat(visitor.form(
                                "/meetings",
                                page(key) + "/move",
                                fields(before, start(before).plusDays(1), "Castle") + "&sure=yes")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.form("/meetings", page(key) + "/cancel", "revision=0&reason=Flu&sure=yes")
                        .statusCode())
                .isEqualTo(403);
        assertThat(meetings.get(key)).isEqualTo(before);
    }

    @Test
    void listsTheNewestFirst() {
        Map<String, Object> plan = fixture.aPlan();
        LocalDateTime start =
                LocalDateTime.parse(String.valueOf(plan.get("startsAt"))).plusDays(1_700);
        plan.put("startsAt", start.toString());
        plan.put("endsAt", start.plusHours(2).toString());
        String key = fixture.planned(plan);
        assertThat(Visitor.signedIn(port, "chair").get("/meetings").body()).contains("/meetings/" + key);
        assertThat(Visitor.signedIn(port, "lnv-manager").get("/meetings").body())
                .contains("/meetings/" + key);
        assertThat(Visitor.signedIn(port, "chair").get("/meetings?page=400").statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsTheRepresentativeHandItOverAndTheSubstituteHandItBack() {
        String key = fixture.aPlannedMeeting();
        String page = page(key) + "/substitute";
        Visitor representative = Visitor.signedIn(port, "lnv-representative");
        assertThat(representative.get(page).body())
                .contains("Fatima el Amrani")
                .doesNotContain("Karin Smit", "Marieke van Dijk</option>");

        HttpResponse<String> wrong = representative.form(page, page, "from=lnv-representative&substitute=");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choose who takes over", "aria-invalid=\"true\"");

        representative.form(page, page, "from=lnv-representative&substitute=lnv-adviser-2");
        assertThat(meetings.cycle(key + "/lnv").representative()).isEqualTo("lnv-adviser-2");
        Visitor substitute = Visitor.signedIn(port, "lnv-adviser-2");
        assertThat(substitute.get(page(key)).body()).contains("The part of Ministry of Agriculture");
        assertThat(substitute.get(page(key) + "/asks").statusCode()).isEqualTo(200);
        assertThat(substitute.get("/meetings").body()).contains(key);

        HttpResponse<String> back = substitute.form(page, page, "from=lnv-adviser-2&substitute=lnv-representative");
        assertThat(substitute.location(back)).isEqualTo("/meetings?handed");
        assertThat(substitute.get(page(key)).statusCode()).isEqualTo(404);
    }

    @Test
    void letsManagersAndAdministratorsHandItOverWhenTheRepresentativeCannot() {
        String key = fixture.aPlannedMeeting();
        String page = page(key) + "/substitute";
        Visitor.signedIn(port, "lnv-manager").form(page, page, "from=lnv-representative&substitute=lnv-adviser-1");
        assertThat(meetings.cycle(key + "/lnv").representative()).isEqualTo("lnv-adviser-1");
        Visitor.signedIn(port, "admin")
                .form(
                        page + "?organisation=rws",
                        page,
                        "organisation=rws&from=rws-representative&substitute=rws-adviser-1");
        assertThat(meetings.cycle(key + "/rws").representative()).isEqualTo("rws-adviser-1");
        assertThat(Visitor.signedIn(port, "rws-representative")
                        .get(page + "?organisation=lnv")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String page(String key) {
        return "/meetings/" + key;
    }

    private static LocalDateTime start(Meeting meeting) {
        return LocalDateTime.ofInstant(meeting.dates().startsAt(), meeting.zone());
    }

    private static String fields(Meeting seen, LocalDateTime start, String location) {
        return Map.of(
                        "revision", String.valueOf(seen.revision()),
                        "startsAt", start.toString(),
                        "endsAt", start.plusHours(2).toString(),
                        "location", location)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
