package nl.ruggespraak.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.calendar.CalendarEntry;
import nl.ruggespraak.calendar.CalendarMessage;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailStatus;
import nl.ruggespraak.mail.Mails;
import nl.ruggespraak.mail.Postbox;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;

@RuggespraakTest
class MailboxTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Mails mails;

    @Test
    void listsMailsNewestFirstAPageAtATime() {
        postbox.post(IntStream.range(0, 51)
                .mapToObj(number -> aMail("Subject " + number))
                .toList());
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");

        String first = adviser.get("/mailbox").body();
        assertThat(first).contains("Subject 50", "Joost Bakker", "joost.bakker@lnv.example.org", "Kept");
        assertThat(first.indexOf("Subject 50")).isLessThan(first.indexOf("Subject 49"));
        assertThat(first).doesNotContain("Subject 0<");

        long fiftieth = mails.newest(null, null, 50).get(49).id();
        assertThat(first).contains("olderThan=" + fiftieth);
        assertThat(adviser.get("/mailbox?olderThan=" + fiftieth).body()).contains("Subject 0<");
        assertThat(adviser.get("/mailbox?status=FAILED").body()).contains("There is no mail here yet.");
    }

    @Test
    void showsWhatIsInAMailAsTextOnly() {
        postbox.post(aMail("<script>alert('subject')</script>"));
        long id = newest();
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");

        assertThat(adviser.get("/mailbox").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(adviser.get("/mailbox/" + id).body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;subject&#39;)", "&lt;script&gt;alert(&#39;text&#39;)")
                .contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
    }

    @Test
    void locksTheHtmlOfAMailIntoASandbox() {
        postbox.post(aMail("Subject"));

        HttpResponse<String> html = Visitor.signedIn(port, "lnv-adviser-1").get("/mailbox/" + newest() + "/html");

        assertThat(html.body()).isEqualTo("<p>é<script>alert('html')</script></p>");
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups")
                        .contains("default-src 'none'")
                        .doesNotContain("script", "allow-same-origin"));
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(html.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void showsNobodyButAnAdministratorTheMailsOfOthers() {
        postbox.post(aMail("For Joost alone"));
        long id = newest();
        Visitor colleague = Visitor.signedIn(port, "lnv-adviser-2");

        assertThat(colleague.get("/mailbox").body()).doesNotContain("For Joost alone", "Joost Bakker");
        assertThat(colleague.get("/mailbox/" + id).statusCode()).isEqualTo(404);
        assertThat(colleague.get("/mailbox/" + id + "/html").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "admin").get("/mailbox").body()).contains("For Joost alone");
    }

    @Test
    void letsTheEntryForTheCalendarBeTakenAlong() {
        byte[] file = "BEGIN:VCALENDAR\r\nSUMMARY:é\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        postbox.post(withEntry(
                aMail("With an entry"),
                new CalendarMessage(CalendarEntry.Method.REQUEST, "BEGIN:VCALENDAR\nSUMMARY:é\nEND:VCALENDAR\n")));
        long id = newest();
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");

        assertThat(adviser.get("/mailbox/" + id).body())
                .contains("href=\"/mailbox/" + id + "/invite.ics\"", "Puts an entry into the calendar");
        HttpResponse<String> entry = adviser.get("/mailbox/" + id + "/invite.ics");
        assertThat(entry.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(file);
        assertThat(entry.headers().firstValue("Content-Type")).hasValue("text/calendar;method=REQUEST;charset=UTF-8");
        assertThat(entry.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=invite.ics");
        assertThat(Visitor.signedIn(port, "lnv-adviser-2")
                        .get("/mailbox/" + id + "/invite.ics")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsNoCalendarWhereThereIsNoEntry() {
        postbox.post(aMail("Without an entry"));
        long id = newest();
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");

        assertThat(adviser.get("/mailbox/" + id).body()).doesNotContain("invite.ics");
        assertThat(adviser.get("/mailbox/" + id + "/invite.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(Visitor.stranger(port).get("/mailbox").statusCode()).isEqualTo(302);
        assertThat(Visitor.stranger(port).get("/mailbox/1/html").statusCode()).isEqualTo(302);
    }

    @Test
    void hasNoPageForAMailThatIsNotThere() {
        Visitor adviser = Visitor.signedIn(port, "lnv-adviser-1");

        assertThat(adviser.get("/mailbox/999999999").statusCode()).isEqualTo(404);
        assertThat(adviser.get("/mailbox/nonsense").statusCode()).isEqualTo(400);
        assertThat(adviser.get("/mailbox?status=nonsense").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, ADVISER, true",
        "true, false, ADVISER, false",
        "false, true, ADVISER, false",
        "false, false, CHAIR, false",
        "false, false, ADMINISTRATOR, true",
        "true, false, ADMINISTRATOR, true"
    })
    void isForAdministratorsOrInTheDemoForEverybody(boolean demo, boolean keeps, String role, boolean admitted) {
        Demo there = mock(Demo.class);
        when(there.isThere()).thenReturn(demo);
        Postbox box = mock(Postbox.class);
        when(box.keepsMails()).thenReturn(keeps);
        Mailbox mailbox =
                new Mailbox(mails, box, List.of(), there, mock(MessageSource.class), ZoneId.of("Europe/Amsterdam"));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addUserRole(role);

        if (admitted) {
            assertThatCode(() -> mailbox.admit(request)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> mailbox.admit(request)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private long newest() {
        return mails.newest(null, MailStatus.KEPT, 1).get(0).id();
    }

    private static Mail withEntry(Mail mail, CalendarMessage entry) {
        return new Mail(
                mail.key(),
                mail.kind(),
                mail.cycle(),
                mail.organisation(),
                mail.recipient(),
                mail.recipientName(),
                mail.address(),
                mail.replyTo(),
                mail.subject(),
                mail.text(),
                mail.html(),
                null,
                entry);
    }

    private static Mail aMail(String subject) {
        return new Mail(
                "announcement/mailbox/" + COUNT.incrementAndGet(),
                "announcement",
                null,
                "lnv",
                "lnv-adviser-1",
                "Joost Bakker",
                "joost.bakker@lnv.example.org",
                null,
                subject,
                "<script>alert('text')</script>",
                "<p>é<script>alert('html')</script></p>");
    }
}
