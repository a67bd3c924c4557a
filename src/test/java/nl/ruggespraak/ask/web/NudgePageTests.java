package nl.ruggespraak.ask.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class NudgePageTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private CycleRows rows;

    private String cycle = "";
    private String page = "";

    @BeforeEach
    void announce() {
        cycle = meetings.anAnnouncedMeeting("lnv");
        page = "/meetings/" + cycle.replace("/lnv", "") + "/nudge";
        rows.change("update ruggespraak.ask_round set nudged_at = null");
        rows.change(
                "update ruggespraak.mail set key = key || '/' || id where kind = 'nudge' and key like 'nudge/____-__-__/%'");
    }

    @Test
    void isTheRepresentativesWhoLeadsTheCycle() {
        assertThat(representative().get(page).statusCode()).isEqualTo(200);
        assertThat(Visitor.stranger(port).get(page).statusCode()).isEqualTo(302);
        for (String person : new String[] {"lnv-adviser-1", "lnv-manager", "chair", "admin"}) {
            assertThat(Visitor.signedIn(port, person).get(page).statusCode())
                    .as(person)
                    .isEqualTo(404);
            assertThat(Visitor.signedIn(port, person)
                            .form("/", page, "colleague=lnv-adviser-1")
                            .statusCode())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(Visitor.signedIn(port, "rws-representative").get(page).body())
                .doesNotContain("Joost Bakker");
        assertThat(representative().get("/meetings/nowhere/nudge").statusCode()).isEqualTo(404);
        assertThat(representative().post(page, "colleague=lnv-adviser-1").statusCode())
                .isEqualTo(403);
        assertThat(nudges()).isZero();
    }

    @Test
    void showsWhoHasNotAnsweredAndNudgesWhoIsTicked() {
        engine.complete("lnv-adviser-2", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        Visitor representative = representative();
        assertThat(representative.get(page).body())
                .contains("Joost Bakker", "Pieter de Vries", "Asked on ", "not reminded yet", "3 colleagues")
                .doesNotContain("Fatima el Amrani");

        HttpResponse<String> sent = representative.form(page, page, "colleague=lnv-adviser-1&words=Please");

        assertThat(representative.location(sent)).isEqualTo(page + "?told=1");
        assertThat(representative.get(page + "?told=1").body())
                .contains("One colleague gets a mail.", "last reminded on", "Nudged today")
                .doesNotContain("value=\"lnv-adviser-1\"");
        assertThat(nudges()).isEqualTo(1);
    }

    @Test
    void isFoundOnThePageOfTheMeetingByWhoeverLeadsTheCycle() {
        String meeting = page.replace("/nudge", "");

        assertThat(representative().get(meeting).body()).contains("href=\"" + page + "\"");
        assertThat(representative().get(page).body()).contains("href=\"" + meeting + "\"");
        assertThat(Visitor.signedIn(port, "chair").get(meeting).body()).doesNotContain(page);
        assertThat(Visitor.signedIn(port, "rws-representative").get(meeting).body())
                .as("which has not announced it")
                .doesNotContain(page);
    }

    @Test
    void tellsOfEachWhyNot() {
        Visitor representative = representative();
        representative.form(page, page, "colleague=lnv-adviser-3");
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        rows.change("insert into ruggespraak.reminder_stop values ('lnv-manager', 'GIVE_ASKS', ?, now())", cycle);

        HttpResponse<String> answer = representative.form(
                page,
                page,
                "colleague=lnv-adviser-1&colleague=lnv-adviser-2&colleague=lnv-adviser-3&colleague=lnv-manager&words=Kept");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "One colleague gets a mail.",
                        "Has answered meanwhile: Joost Bakker.",
                        "gets one such mail a day: Pieter de Vries.",
                        "Wants no reminders for this meeting: ");
        HttpResponse<String> again = representative.form(page, page, "colleague=lnv-adviser-1&words=Kept");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains(">Kept</textarea>").doesNotContain("gets a mail.");
    }

    @Test
    void keepsWhatWasTypedWhenNobodyIsTicked() {
        HttpResponse<String> answer = representative().form(page, page, "words=Dear+all%2C+%3Cb%3E");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one colleague.", ">Dear all, &lt;b&gt;</textarea>");
        HttpResponse<String> tooMuch =
                representative().form(page, page, "colleague=lnv-adviser-1&words=" + "x".repeat(1_001));
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body())
                .contains("1,000 characters at most", "x".repeat(1_001), "value=\"lnv-adviser-1\" checked");
        assertThat(nudges()).isZero();
    }

    @Test
    void findsByNameAndTurnsPages() {
        rows.change("""
                insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                select 'paged-' || n, 'lnv', 'Paged', 'Zz' || lpad(n::text, 4, '0'), 'paged' || n || '@hired.example.org' from generate_series(1, 3000) n
                on conflict do nothing
                """);
        rows.change(
                "insert into ruggespraak.ask_round (cycle, colleague, status) select ?, 'paged-' || n, 'OPEN' from generate_series(1, 3000) n",
                cycle);
        Visitor representative = representative();

        assertThat(representative.get(page).body()).contains("Page 1 of 61", "3,004 colleagues", "Paged Zz0001");
        assertThat(representative.get(page + "?page=61").body())
                .contains("Paged Zz3000")
                .doesNotContain("Paged Zz0001");
        assertThat(representative.get(page + "?page=9999").body()).contains("Page 61 of 61");
        assertThat(representative.get(page + "?search=zZ0107").body())
                .contains("Paged Zz0107")
                .doesNotContain("Paged Zz0108", "Joost Bakker");
        assertThat(representative.get(page + "?search=%25").body()).contains("Nobody of that name");

        HttpResponse<String> sent = representative.form(page, page, "everybody=true&words=All");
        assertThat(representative.location(sent)).isEqualTo(page + "?told=3004");
        assertThat(nudges()).isEqualTo(3004);
        assertThat(representative.location(representative.form(page, page, "everybody=true")))
                .isEqualTo(page + "?told=0");
        rows.change("delete from ruggespraak.ask_round where cycle = ? and colleague like 'paged-%'", cycle);
    }

    @Test
    void saysWhenThereIsNobodyToAskOrItIsOver() {
        engine.fire(cycle, "timer_asksClose");
        engine.fire(cycle, "timer_meetingStartsUnprepared");

        assertThat(representative().get(page).body()).doesNotContain("<textarea");
        assertThat(representative().form(page, page, "colleague=lnv-adviser-1").body())
                .contains("from the announcement until the meeting starts");
    }

    private Visitor representative() {
        return Visitor.signedIn(port, "lnv-representative");
    }

    private int nudges() {
        return rows.value(
                Integer.class, "select count(*) from ruggespraak.mail where cycle = ? and kind = 'nudge'", cycle);
    }
}
