package nl.ruggespraak.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.mail.MailStatus;
import nl.ruggespraak.mail.RefusedAddress;
import nl.ruggespraak.mail.Undelivered;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class NotDeliveredTests {

    private static final String UNKNOWN = "the mail server refused it (550 5.1.1 … unknown <b>).";
    private static final Instant THEN = Instant.parse("2026-10-26T13:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forgetWhatWasRefused() {
        jdbc.sql("update ruggespraak.mail set status = 'KEPT' where status in ('REFUSED', 'FAILED', 'SENT')")
                .update();
        jdbc.sql("update ruggespraak.person set email = 'joost.bakker@lnv.example.org' where key = 'lnv-adviser-1'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-representative", "lnv-manager"})
    void tellsTheOrganisationWhatDidNotArriveAndWhy(String person) {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();

        assertThat(Visitor.signedIn(port, person).get(page(cycle)).body())
                .contains(
                        "Inspectors in the region",
                        "2 mails have not been delivered.",
                        "Joost Bakker",
                        "joost.bakker@lnv.example.org")
                .contains("550 5.1.1 … unknown &lt;b&gt;", "Refused", "Not delivered yet", "26 October 2026")
                .doesNotContain("<b>", "Pieter");
    }

    @Test
    void isToldWithTheMeeting() {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();
        String meeting = page(cycle).replace("/deliveries", "");

        for (String person : List.of("lnv-representative", "lnv-manager")) {
            assertThat(Visitor.signedIn(port, person).get(meeting).body())
                    .contains("2 mails have not been delivered.", "href=\"" + page(cycle) + "\"");
        }
        for (String person : List.of("rws-representative", "chair")) {
            assertThat(Visitor.signedIn(port, person).get(meeting).body()).doesNotContain("not been delivered");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnv-adviser-1", "chair", "lnv-department-head-1"})
    void isNotThereForAnybodyElse(String person) {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();

        assertThat(Visitor.signedIn(port, person).get(page(cycle)).statusCode()).isEqualTo(404);
    }

    @Test
    void showsAnotherOrganisationItsOwnMailsOnly() {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();
        Visitor other = Visitor.signedIn(port, "rws-representative");

        assertThat(other.get(page(cycle)).body()).contains("have arrived").doesNotContain("Joost");
        assertThat(other.get(page(cycle) + "?organisation=lnv").body()).doesNotContain("Joost");
        assertThat(Visitor.signedIn(port, "admin")
                        .get(page(cycle) + "?organisation=lnv")
                        .body())
                .contains("Joost");
    }

    @Test
    void tellsTheRepresentativeInTasklist() {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();
        engine.fire(cycle, "timer_asksClose");

        String form = Visitor.signedIn(port, "lnv-representative")
                .getJson("/forms/tasks/"
                        + engine.task("lnv-representative", cycle, "userTask_prepareBriefing")
                                .getId())
                .body();

        assertThat(form)
                .contains("2 mails of this meeting have not been delivered: ", "Joost Bakker")
                .contains("\"address\":\"" + page(cycle) + "\"");
    }

    @Test
    void marksWhoseAddressIsRefusedWhereColleaguesAreChosen() {
        aMeetingWithTwoMailsThatDidNotArrive();
        String next = meetings.aPlannedMeeting() + "/lnv";
        engine.fire(next, "timer_announcementDue");

        String form = Visitor.signedIn(port, "lnv-representative")
                .getJson("/forms/tasks/"
                        + engine.task("lnv-representative", next, "userTask_announceMeeting")
                                .getId())
                .body();

        assertThat(form)
                .containsPattern("\"key\":\"lnv-adviser-1\"[^}]*\"refused\":true")
                .containsPattern("\"key\":\"lnv-adviser-2\"[^}]*\"refused\":false");
    }

    @Test
    void showsAdministratorsWhoseAddressDoesNotWorkUntilAnotherIsGiven() {
        aMeetingWithTwoMailsThatDidNotArrive();
        Visitor administrator = Visitor.signedIn(port, "admin");

        assertThat(administrator.get("/admin/addresses").body())
                .contains("Joost Bakker", "joost.bakker@lnv.example.org", "550 5.1.1")
                .doesNotContain("Fatima");
        assertThat(administrator.get("/admin/addresses?sought=BAKKER").body()).contains("Joost Bakker");
        assertThat(administrator.get("/admin/addresses?sought=nobody").body()).contains("There is nobody here.");
        assertThat(Visitor.signedIn(port, "lnv-manager").get("/admin/addresses").statusCode())
                .isEqualTo(403);

        jdbc.sql("update ruggespraak.person set email = 'j.bakker@lnv.example.org' where key = 'lnv-adviser-1'")
                .update();

        assertThat(administrator.get("/admin/addresses").body()).doesNotContain("Joost");
        assertThat(deliveries.refused(List.of("lnv-adviser-1"))).isEmpty();
    }

    @Test
    void takesAnAddressForWorkingAgainWhenALaterMailArrived() {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();
        assertThat(deliveries.refused(List.of("lnv-adviser-1", "lnv-adviser-2")).values())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.person()).isEqualTo("lnv-adviser-1");
                    assertThat(refused.answer())
                            .isNotNull()
                            .extracting(RefusedAddress.Answer::reason, RefusedAddress.Answer::since)
                            .containsExactly(UNKNOWN, THEN);
                });

        // Not a reminder: of those somebody may have had one today already.
        jdbc.sql("""
                        insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body, status,
                            posted_at, sent_at)
                        select 'later/' || key, 'later', cycle, recipient, recipient_name, address, '', '', '', 'SENT', posted_at, now()
                        from ruggespraak.mail where cycle = :cycle and recipient = 'lnv-adviser-1' and kind = 'announcement'
                        """).param("cycle", cycle).update();

        assertThat(deliveries.refused(List.of("lnv-adviser-1"))).isEmpty();
        assertThat(deliveries.undelivered(cycle, 10))
                .extracting(Undelivered::recipient, Undelivered::status)
                .contains(org.assertj.core.groups.Tuple.tuple("lnv-adviser-1", MailStatus.REFUSED));
    }

    @Test
    void findsThemByAnIndexHoweverManyArrived() {
        String cycle = aMeetingWithTwoMailsThatDidNotArrive();
        jdbc.sql("""
                        insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body, status,
                            posted_at, sent_at)
                        select 'many/' || n, 'many', :cycle, 'lnv-adviser-3', 'Pieter', 'pieter@lnv.example.org', '', '', '', 'SENT', :then, :then
                        from generate_series(1, 20000) n
                        """)
                .param("cycle", cycle)
                .param("then", java.sql.Timestamp.from(THEN))
                .update();
        try {
            jdbc.sql("analyze ruggespraak.mail").update();
            String plan = jdbc.sql("""
                            explain select count(*) from ruggespraak.mail where cycle = :cycle and status in ('FAILED', 'REFUSED')
                            """).param("cycle", cycle).query(String.class).list().stream()
                    .collect(Collectors.joining("\n"));

            assertThat(plan).contains("mail_undelivered").doesNotContain("Seq Scan");
            assertThat(deliveries.countUndelivered(cycle)).isEqualTo(2);
        } finally {
            jdbc.sql("delete from ruggespraak.mail where kind = 'many'").update();
        }
    }

    /** Of the announcement, Joost's is refused and Fatima's is tried again. */
    private String aMeetingWithTwoMailsThatDidNotArrive() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        set("SENT", null, "true", cycle);
        set("REFUSED", UNKNOWN, "recipient = 'lnv-adviser-1'", cycle);
        set("FAILED", "the mail server cannot be reached.", "recipient = 'lnv-adviser-2'", cycle);
        return cycle;
    }

    private void set(String status, @org.jspecify.annotations.Nullable String why, String which, String cycle) {
        jdbc.sql("""
                        update ruggespraak.mail set status = :status, last_error = :why::text,
                            failed_at = case when :status::text = 'SENT' then null else :then::timestamptz end,
                            sent_at = case when :status::text = 'SENT' then now() end
                        where cycle = :cycle and
                        """ + which)
                .param("status", status)
                .param("why", why)
                .param("then", java.sql.Timestamp.from(THEN))
                .param("cycle", cycle)
                .update();
    }

    private static String page(String cycle) {
        return "/meetings/" + cycle.substring(0, cycle.indexOf('/')) + "/deliveries";
    }
}
