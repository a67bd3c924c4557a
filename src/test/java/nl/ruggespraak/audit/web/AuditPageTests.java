package nl.ruggespraak.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.site.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RuggespraakTest
class AuditPageTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TransactionTemplate transaction;

    private final String subject = "page-test/" + NUMBER.incrementAndGet();

    @Test
    void showsTheNewestFirstAPageAtATime() {
        recorded(
                "lnv-adviser-1",
                Action.ASK_GIVEN,
                IntStream.rangeClosed(1, 51)
                        .mapToObj(number -> subject + "-" + number)
                        .toList(),
                subject,
                "late");
        Visitor admin = Visitor.signedIn(port, "admin");

        String first =
                admin.get("/audit?person=lnv-adviser-1&organisation=" + subject).body();
        assertThat(first)
                .contains("Joost Bakker", "gave an ask", "late", subject + "-51<")
                .doesNotContain(subject + "-1<");
        assertThat(first.indexOf(subject + "-51<")).isLessThan(first.indexOf(subject + "-50<"));
        String older = first.replaceAll("(?s).*href=\"(/audit[^\"]*olderThan=[0-9]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(admin.get(older).body()).contains(subject + "-1<").doesNotContain(subject + "-2<");
    }

    @ParameterizedTest
    @CsvSource({
        "person=lnv-adviser-1&subject=SUBJECT, true",
        "person=LNV-Adviser-1&subject=SUBJECT, true",
        "person=joost+bak&subject=SUBJECT, true",
        "person=lnv-adviser-2&subject=SUBJECT, false",
        "person=(system)&subject=SUBJECT, false",
        "organisation=lnv&subject=SUBJECT, true",
        "organisation=rws&subject=SUBJECT, false",
        "action=DEAL_RECORDED&subject=SUBJECT, true",
        "action=ASK_GIVEN&subject=SUBJECT, false",
        "from=TODAY&until=TODAY&subject=SUBJECT, true",
        "from=TOMORROW&subject=SUBJECT, false",
        "until=YESTERDAY&subject=SUBJECT, false",
        "person=+&organisation=&action=&from=&until=&subject=SUBJECT, true",
        "subject=another, false"
    })
    void filtersBy(String filter, boolean shows) {
        recorded("lnv-adviser-1", Action.DEAL_RECORDED, List.of(subject), "lnv", "agreed, people: 25");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        String query = filter.replace("SUBJECT", subject)
                .replace("TODAY", today.toString())
                .replace("TOMORROW", today.plusDays(1).toString())
                .replace("YESTERDAY", today.minusDays(1).toString());
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get("/audit?" + query).body().contains("agreed, people: 25"))
                .isEqualTo(shows);
        assertThat(admin.get("/audit/audit.csv?" + query).body().contains("agreed, people: 25"))
                .isEqualTo(shows);
    }

    @Test
    void asksWhoIsMeantWhenSeveralAreCalledSo() {
        for (String first : List.of("Anna", "Bart")) {
            jdbc.sql("""
                            insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                            values (:key, 'lnv', :first, 'van Zuidwijk', :key || '@lnv.example.org')
                            """)
                    .param("key", "lnv-zuidwijk-" + first.toLowerCase(Locale.ROOT))
                    .param("first", first)
                    .update();
        }
        assertThat(Visitor.signedIn(port, "admin").get("/audit?person=van+zuid").body())
                .contains("Who do you mean?", "Anna van Zuidwijk", "href=\"/audit?person=lnv-zuidwijk-bart\"");
    }

    @Test
    void showsWhatTheEngineDidAndWhomNobodyKnowsAnyMore() {
        recorded(null, Action.DIRECTOR_ASKED, List.of(subject), "lnv", "");
        recorded("who-was-erased", Action.ASK_GIVEN, List.of(subject), "gone", "");

        assertThat(Visitor.signedIn(port, "admin")
                        .get("/audit?subject=" + subject)
                        .body())
                .contains("Ruggespraak itself", "Ministry of Agriculture", "who-was-erased", "gone");
    }

    @Test
    void savesWhatItShowsAsAFileThatASpreadsheetReads() {
        recorded("lnv-adviser-1", Action.ASK_GIVEN, List.of(subject), "lnv", "＝HYPERLINK(\"http://x\")");
        recorded("lnv-adviser-1", Action.ASK_GIVEN, List.of(subject), "lnv", "één, \"twee\"");
        HttpResponse<String> file =
                Visitor.signedIn(port, "admin").get("/audit/audit.csv?subject=" + subject + "&person=lnv-adviser-1");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"audit-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv\"");
        assertThat(file.body()).startsWith("\uFEFFat,person,name,action,subject,organisation,details\r\n");
        List<String> lines = file.body().lines().skip(1).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches("[0-9T:.+-]+,lnv-adviser-1,Joost Bakker,ASK_GIVEN," + subject + ",lnv,\"één, \"\"twee\"\"\"");
        assertThat(lines.get(1)).endsWith(",\"'＝HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void savesMoreThanItReadsAtOnce() {
        recorded(
                "lnv-adviser-1",
                Action.ASK_GIVEN,
                IntStream.range(0, 2_001).mapToObj(n -> subject).toList(),
                "lnv",
                "");

        assertThat(Visitor.signedIn(port, "admin")
                        .get("/audit/audit.csv?subject=" + subject)
                        .body()
                        .lines())
                .hasSize(2_002);
    }

    @Test
    void recordsWhoTookItAlong() {
        Visitor.signedIn(port, "admin").get("/audit/audit.csv?organisation=lnv&subject=Joost+Bakker");

        assertThat(jdbc.sql("select actor || ' ' || details from ruggespraak.audit where action = 'AUDIT_EXPORTED'"
                                + " order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("admin filtered by organisation, subject");
    }

    @ParameterizedTest
    @CsvSource({"chair", "lnv-representative", "lnv-adviser-1", "lnv-manager", "lnv-director", "lnv-department-head-1"})
    void isForAdministratorsOnly(String person) {
        Visitor visitor = Visitor.signedIn(port, person);

        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/audit").body()).contains("This page is not for you");
        assertThat(visitor.get("/audit/audit.csv").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").body()).doesNotContain("/audit");
        assertThat(Visitor.stranger(port).get("/audit").statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn(port, "admin").get("/").body()).contains("href=\"/audit\"");
    }

    @Test
    void answersNonsenseWithoutFallingOver() {
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get("/audit?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(admin.get("/audit?action=NONSENSE").statusCode()).isEqualTo(400);
        assertThat(admin.get("/audit?olderThan=999999999").body()).contains("Nothing was recorded that fits.");
        assertThat(admin.get("/audit?subject=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void hasWordsForEverything(Action action) {
        assertThat(messages.getMessage("audit.action." + action, null, Locale.ENGLISH))
                .isNotBlank();
    }

    /** Recorded as somebody; as the engine itself when there is nobody. */
    private void recorded(
            @Nullable String person,
            Action action,
            List<String> subjects,
            @Nullable String organisation,
            String details) {
        Runnable record =
                () -> transaction.executeWithoutResult(status -> audit.record(action, subjects, organisation, details));
        if (person == null) {
            record.run();
        } else {
            engine.as(person, () -> {
                record.run();
                return person;
            });
        }
    }
}
