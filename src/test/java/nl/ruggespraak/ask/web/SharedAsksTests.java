package nl.ruggespraak.ask.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What other organisations see of a candidate, and what only the one whom the adviser told sees. */
@RuggespraakTest
class SharedAsksTests {

    private static final String NAME = "Willem Hendriks";
    private static final String PITCH = "Knows every road in the south";

    @Autowired
    private CycleRows rows;

    @LocalServerPort
    private int port;

    private String cycle = "";
    private String meeting = "";
    private long candidate;

    @BeforeEach
    void shareACandidate() {
        cycle = rows.aCycle("lnv", "BRIEFED");
        meeting = cycle.substring(0, cycle.indexOf('/'));
        candidate = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", "meat-inspector");
        rows.change(
                "update ruggespraak.ask set candidate = ?, title = ?, details = ?, pitch = ? where id = ?",
                NAME,
                NAME + " of the slaughterhouse",
                NAME + " told me",
                PITCH,
                candidate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair", "rws-representative", "odbn-representative"})
    void showsThePitchAndNothingElseOfACandidate(String reader) {
        Visitor visitor = Visitor.signedIn(port, reader);
        for (String page : new String[] {list(), one()}) {
            HttpResponse<String> shown = visitor.get(page);
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains(PITCH).doesNotContain("Hendriks", "slaughterhouse", "told me");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chair", "rws-representative"})
    void isFoundAmongTheMeetingsOfTheNetwork(String reader) {
        rows.change("""
                        update ruggespraak.meeting set starts_at = latest + interval '1 day', ends_at = latest + interval '25 hours'
                        from (select max(starts_at) as latest from ruggespraak.meeting) as others where key = ?
                        """, meeting);

        assertThat(Visitor.signedIn(port, reader).get("/meetings/asks").body())
                .contains("/meetings/" + meeting + "/asks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-1", "rws-manager", "rws-director", "admin"})
    void isNoPageForAnybodyElse(String reader) {
        Visitor visitor = Visitor.signedIn(port, reader);
        assertThat(visitor.get("/meetings/asks").body()).doesNotContain(meeting);
        assertThat(visitor.get(list()).statusCode()).isEqualTo(404);
        assertThat(visitor.get(one()).statusCode()).isEqualTo(404);
    }

    @Test
    void isNoPageForTheRepresentativeOfAnotherNetwork() {
        rows.change(
                "insert into ruggespraak.network (key, name) values ('elsewhere', 'Elsewhere') on conflict do nothing");
        rows.change("update ruggespraak.meeting set network = 'elsewhere' where key = ?", meeting);
        Visitor representative = Visitor.signedIn(port, "rws-representative");
        assertThat(representative.get(list()).statusCode()).isEqualTo(404);
        assertThat(representative.get(one()).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesOutWhatIsNotCarriedAndWhatWasCalledOff() {
        long left = rows.anAsk(cycle, "lnv-adviser-2", "QUESTION", null, false, rows.now());
        Visitor representative = Visitor.signedIn(port, "rws-representative");
        assertThat(representative.get(list()).body()).doesNotContain("of lnv-adviser-2");
        assertThat(representative.get(list() + "/" + left).statusCode()).isEqualTo(404);
        rows.change("update ruggespraak.meeting_cycle set status = 'CANCELLED' where key = ?", cycle);
        assertThat(representative.get(list()).body()).doesNotContain(PITCH);
    }

    @Test
    void showsTheWordsOfAnAskThatIsAboutNoPerson() {
        long question = rows.aCarriedAsk(cycle, "lnv-adviser-2", "QUESTION", null);
        Visitor representative = Visitor.signedIn(port, "rws-representative");
        assertThat(representative.get(list() + "/" + question).body()).contains("Ask 1 of lnv-adviser-2");
        assertThat(read(question)).as("records of reading a question").isZero();
    }

    @Test
    void recordsWhoReadTheDetailsOfACandidate() {
        Visitor representative = Visitor.signedIn(port, "rws-representative");
        representative.get(list());
        assertThat(read(candidate)).isZero();
        representative.get(one());
        assertThat(read(candidate)).isOne();
        assertThat(rows.value(
                        String.class,
                        "select actor from ruggespraak.audit where action = 'SHARED_ASK_READ' and subject = ?",
                        "ask/" + candidate))
                .isEqualTo("rws-representative");
    }

    @Test
    void tellsTheNameToTheOneWhomTheAdviserToldUntilThatEnds() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        String own = "/asks/" + candidate;
        assertThat(adviser.get("/asks").body()).contains(NAME);
        assertThat(adviser.form(own, own + "/releases", "counterpart=rws-representative")
                        .statusCode())
                .isEqualTo(302);

        Visitor told = Visitor.signedIn(port, "rws-representative");
        assertThat(told.get(one()).body()).contains(NAME).doesNotContain("slaughterhouse");
        assertThat(Visitor.signedIn(port, "odbn-representative").get(one()).body())
                .doesNotContain("Hendriks");
        assertThat(Visitor.signedIn(port, "chair").get(one()).body()).doesNotContain("Hendriks");

        long release = rows.value(Long.class, "select id from ruggespraak.name_release where ask = ?", candidate);
        adviser.form(own, own + "/releases/" + release + "/end", "");
        assertThat(told.get(one()).body()).doesNotContain("Hendriks");
        assertThat(rows.value(
                        String.class,
                        "select string_agg(action, ' ' order by id) from ruggespraak.audit where subject = ? and action like 'NAME_%'",
                        "ask/" + candidate))
                .isEqualTo("NAME_RELEASED NAME_RELEASE_ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-representative", "rws-adviser-1", "rws-director", "nobody", ""})
    void releasesTheNameToNobodyButRepresentativesOfOtherMembers(String counterpart) {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");
        String own = "/asks/" + candidate;
        assertThat(adviser.form(own, own + "/releases", "counterpart=" + counterpart)
                        .statusCode())
                .isEqualTo(400);
        assertThat(rows.value(Long.class, "select count(*) from ruggespraak.name_release where ask = ?", candidate))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-2", "lnv-representative", "rws-adviser-1", "admin"})
    void letsNobodyTouchSomebodyElsesAsk(String other) {
        Visitor visitor = Visitor.signedIn(port, other);
        String own = "/asks/" + candidate;
        assertThat(visitor.get("/asks").body()).doesNotContain("Hendriks");
        assertThat(visitor.get(own).statusCode()).isEqualTo(404);
        // The token comes from a page of their own.
        assertThat(visitor.form("/asks/" + candidate, own + "/releases", "counterpart=rws-representative")
                        .statusCode())
                .isIn(403, 404);
        assertThat(visitor.form("/", own + "/releases", "counterpart=rws-representative")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.form("/", own + "/ground", "pitch=Mine").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesTheGroundUntilTheMeetingStartsAndThenNoMore() {
        long late = rows.anAsk(cycle, "lnv-adviser-3", "CANDIDATE", null, false, rows.now());
        rows.change("update ruggespraak.ask set agreed_on = null where id = ?", late);
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-3");
        String own = "/asks/" + late;
        assertThat(adviser.form("/", own + "/ground", "agreedOn=" + rows.today())
                        .statusCode())
                .as("the meeting has begun")
                .isEqualTo(400);

        startsIn(2);
        assertThat(adviser.get(own).body()).contains("Stays behind");
        HttpResponse<String> refused = adviser.form(
                own, own + "/ground", "candidate=Truus+Visser&pitch=Truus+can+do+it&agreedOn=" + rows.today());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Truus can do it", "tells the candidate&#39;s name");
        assertThat(adviser.form(own, own + "/ground", "agreedOn=soon").statusCode())
                .isEqualTo(400);

        assertThat(adviser.form(
                                own,
                                own + "/ground",
                                "candidate=Truus+Visser&pitch=" + URLEncoder.encode("Can do it", UTF_8) + "&agreedOn="
                                        + rows.today())
                        .statusCode())
                .isEqualTo(302);
        assertThat(adviser.get(own).body())
                .as("the asks have been chosen, so it goes along by itself")
                .contains("Goes along");
        adviser.form(own, own + "/releases", "counterpart=rws-representative");
        adviser.form(own, own + "/ground", "candidate=Truus+Visser&agreedOn=");
        assertThat(rows.value(
                        Long.class,
                        "select count(*) from ruggespraak.name_release where ask = ? and ended_at is not null",
                        late))
                .as("who knew the name is not told it any more")
                .isOne();
        assertThat(adviser.get(own).body()).contains("Stays behind");
        assertThat(rows.value(
                        String.class,
                        "select string_agg(action, ' ' order by id) from ruggespraak.audit where subject = ?",
                        "ask/" + late))
                .isEqualTo("GROUND_STATED NAME_RELEASED GROUND_WITHDRAWN");
    }

    private void startsIn(int days) {
        rows.change(
                "update ruggespraak.meeting set starts_at = ?, ends_at = ? where key = ?",
                rows.now().atOffset(ZoneOffset.UTC).plusDays(days),
                rows.now().atOffset(ZoneOffset.UTC).plusDays(days).plusHours(2),
                meeting);
    }

    private long read(long ask) {
        return rows.value(
                Long.class,
                "select count(*) from ruggespraak.audit where action = 'SHARED_ASK_READ' and subject = ?",
                "ask/" + ask);
    }

    private String list() {
        return "/meetings/" + meeting + "/asks";
    }

    private String one() {
        return list() + "/" + candidate;
    }
}
