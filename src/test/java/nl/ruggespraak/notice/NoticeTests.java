package nl.ruggespraak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.StandardAnnouncement;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailLine;
import nl.ruggespraak.mail.Mails;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@RuggespraakTest
@Import({NoticeTests.CountedStatements.class, EveryNotice.class})
@TestPropertySource(properties = "camunda.bpm.process-engine-name=countedStatements")
class NoticeTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SCRIPT = "<script>alert('x')</script>";

    @TestConfiguration(proxyBeanMethods = false)
    static class CountedStatements {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource plain
                            ? ProxyDataSourceBuilder.create(plain).countQuery().build()
                            : bean;
                }
            };
        }
    }

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Mails mails;

    @Autowired
    private StandardAnnouncement standard;

    @Autowired
    private EveryNotice notices;

    @Test
    void tellsTheStoryToEverybodyConcerned() throws IOException {
        List<Mail> told = notices.tell(aStory(UnaryOperator.identity()));

        assertThat(told)
                .extracting(mail -> mail.kind() + " " + mail.recipient())
                .containsExactlyInAnyOrder(
                        "planned chair",
                        "invitation lnv-representative",
                        "announcement lnv-adviser-1",
                        "reminder lnv-adviser-2",
                        "nudge lnv-adviser-2",
                        "briefing lnv-representative",
                        "new-date lnv-adviser-1",
                        "new-date lnv-representative",
                        "new-date chair",
                        "cancellation lnv-adviser-1",
                        "cancellation lnv-representative",
                        "cancellation chair",
                        "withdrawal lnv-representative",
                        "name-representative odbn-manager",
                        "name-representative-reminder odbn-manager",
                        "representative-missing chair",
                        "representative-missing chair",
                        "substitute lnv-adviser-2",
                        "substituted lnv-representative",
                        "report-back-left lnv-representative",
                        "report-back lnv-adviser-1",
                        "report-back lnv-adviser-2",
                        "report-back lnv-adviser-3",
                        "report-back-reminder lnv-adviser-1",
                        "silence lnv-representative",
                        "report-backs-due lnv-representative",
                        "report-backs-overdue lnv-manager",
                        "brief lnv-director",
                        "decision-due lnv-director",
                        "handover lnv-manager",
                        "handed-over lnv-director",
                        "decline lnv-representative",
                        "inquiry lnv-department-head-1",
                        "result lnv-representative",
                        "result lnv-manager",
                        "result lnv-director",
                        "result lnv-adviser-1",
                        "result lnv-adviser-2",
                        "evaluation lnv-adviser-1",
                        "network-results lnv-representative",
                        "network-results chair",
                        "meeting-handed-over lnv-manager",
                        "nobody chair",
                        "password-invitation lnv-adviser-3",
                        "password-forgotten lnv-adviser-3",
                        "password-changed lnv-adviser-3");
        assertThat(told).allSatisfy(mail -> {
            assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{", "??", "notice.", "null");
            assertThat(mail.text()).contains("http://localhost:8080");
        });
        keep(told, Path.of("target", "mails"));
    }

    @Test
    void saysEverythingOnceInTextAndInHtml() {
        JdbcStory story = aStory(UnaryOperator.identity());

        notices.announcement().send(story.cycle, "lnv-adviser-1");

        Mail mail = newest();
        assertThat(mail.subject()).isEqualTo("Inspectors in the region on 10 December: what can I ask for you?");
        assertThat(mail.replyTo()).isEqualTo("marieke.vandijk@lnv.example.org");
        assertThat(List.of(mail.text(), mail.html()))
                .allSatisfy(part -> assertThat(part)
                        .contains(
                                "Dear Joost,",
                                "Marieke van Dijk",
                                "Thursday 10 December 2026, 14:00 – 16:00",
                                "Town hall, Sint-Michielsgestel",
                                "Municipality of De Meierij",
                                "Who inspects tomorrow?",
                                "An inspector can inspect anything.",
                                "Who has a candidate for me?",
                                "Tuesday 8 December 2026, 17:00",
                                "http://localhost:8080/task/give-asks?of=" + story.cycle,
                                "A candidate",
                                "?kind=CANDIDATE",
                                "A vacancy",
                                "?kind=VACANCY",
                                "Something is changing",
                                "?kind=UPCOMING_CHANGE",
                                "Nothing this time",
                                "?kind=nothing",
                                "070-555 0110"));
    }

    @Test
    void tellsAColleagueWhatWasFoundAndWhomToCall() {
        JdbcStory story = aStory(UnaryOperator.identity());

        notices.reportBack().send(story.answer);

        Mail mail = newest();
        assertThat(List.of(mail.text(), mail.html()))
                .allSatisfy(part -> assertThat(part)
                        .contains(
                                "Whom to call",
                                "Ingrid van den Berg, 088-555 0215",
                                "Road Authority",
                                "I have acted",
                                "?outcome=TALK_HELD",
                                "It became a placement",
                                "?outcome=PLACED",
                                "Not yet",
                                "?outcome=NOT_YET",
                                "No result",
                                "?outcome=NO_RESULT",
                                "http://localhost:8080/task/act-on-report-back?of=" + story.answer));
        assertThat(mail.html()).contains("href=\"tel:0885550215\"");
    }

    @Test
    void saysKindlyThatThereIsNothingThisTimeAndAsksForNothing() {
        JdbcStory.setLanguage(jdbc, "lnv-adviser-3", "en");
        JdbcStory story = aStory(UnaryOperator.identity());

        notices.reportBack().send(story.nothing);

        Mail mail = newest();
        assertThat(mail.personal()).isNull();
        assertThat(List.of(mail.text(), mail.html()))
                .allSatisfy(part -> assertThat(part)
                        .contains("there is nothing this time", "Nothing is asked of you now.")
                        .doesNotContain("/task/", "Whom to call"));
    }

    @Test
    void givesTheRepresentativeTheAsksAlong() {
        JdbcStory story = aStory(UnaryOperator.identity());

        notices.briefing().send(story.cycle);

        Mail mail = newest();
        assertThat(mail.recipient()).isEqualTo("lnv-representative");
        assertThat(mail.personal()).extracting(Mail.PersonalPart::purpose).isEqualTo("RECORD_LEADS");
        assertThat(List.of(mail.text(), mail.html()))
                .allSatisfy(part -> assertThat(part)
                        .contains(
                                "The 2 asks that you take along",
                                "Meat inspector, 12 years, wants to stay near Den Bosch (Joost",
                                "Town hall, Sint-Michielsgestel",
                                "http://localhost:8080/task/record-leads?of=" + story.cycle));
    }

    @Test
    void postsEachNoticeOnce() {
        JdbcStory story = aStory(UnaryOperator.identity());
        notices.tell(story);

        // Into a calendar from which a meeting was taken, it can come back.
        assertThat(notices.tell(story)).extracting(Mail::kind).containsOnly("planned", "invitation");
    }

    @Test
    void showsScriptsInWhateverWasTypedAsText() {
        JdbcStory.addToNames(jdbc, SCRIPT);
        try {
            List<Mail> told = notices.tell(aStory(text -> text + SCRIPT));

            assertThat(told).hasSize(46).allSatisfy(mail -> {
                assertThat(mail.html()).doesNotContainIgnoringCase("<script").contains("&lt;script&gt;");
                assertThat(mail.text()).contains(SCRIPT);
            });
        } finally {
            JdbcStory.takeFromNames(jdbc, SCRIPT);
        }
    }

    @Test
    void speaksTheRecipientsLanguage() {
        JdbcStory.setLanguage(jdbc, "lnv-adviser-3", "nl");
        JdbcStory story = aStory(UnaryOperator.identity());

        notices.reminder().send(story.cycle, List.of("lnv-adviser-3"));

        Mail mail = newest();
        assertThat(mail.text()).contains("donderdag 10 december 2026, 14:00");
        assertThat(mail.html()).contains("lang=\"nl\"");
    }

    /** Only words that somebody typed, and names in the data, stay as they are. */
    @Test
    void tellsTheWholeStoryInDutchToThoseWhoSpeakIt() throws IOException {
        everybodySpeaks("nl");
        try {
            List<Mail> told = notices.tell(aStory(text -> "Zo heeft iemand het gezegd"));

            assertThat(told).hasSize(46).allSatisfy(mail -> {
                assertThat(mail.html()).contains("lang=\"nl\"");
                assertThat(mail.text()).contains("jullie werkgeversnetwerk");
                assertThat(mail.subject() + mail.text())
                        .doesNotContain("{", "notice.", "null")
                        .doesNotContainPattern("(?i)\\b(the|your|you|what|for|with|this|people)\\b");
            });
            keep(told, Path.of("target", "mails", "nl"));
        } finally {
            everybodySpeaks("en");
        }
    }

    @Test
    void theStandardAnnouncementIsReadInEachReadersLanguage() {
        JdbcStory.setLanguage(jdbc, "lnv-adviser-3", "nl");
        JdbcStory story = aStory(UnaryOperator.identity());
        story.announce(standard.of(story.cycle));

        notices.announcement().send(story.cycle, "lnv-adviser-3");
        assertThat(newest().text()).contains("Marieke van Dijk schrijft:", "Ons netwerk komt bij elkaar");
        notices.announcement().send(story.cycle, "lnv-adviser-1");
        assertThat(newest().text()).contains("Marieke van Dijk writes:", "Our network meets");
    }

    @Test
    void tellsAHundredColleaguesWithAsManyStatementsAsOne() {
        JdbcStory.addColleagues(jdbc, 100);
        JdbcStory story = aStory(UnaryOperator.identity());
        List<String> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(n -> "colleague-" + n).toList();

        for (Bulk bulk : List.<Bulk>of(
                notices.reminder()::send,
                notices.newDate()::send,
                notices.cancellation()::send,
                notices.evaluation()::send)) {
            long one = statements(() -> bulk.send(story.cycle, List.of("lnv-adviser-1")));
            long many = statements(() -> bulk.send(story.cycle, hundred));
            assertThat(many).isEqualTo(one).isLessThan(12);
        }
    }

    private void everybodySpeaks(String language) {
        List.of(
                        "lnv-adviser-1",
                        "lnv-adviser-2",
                        "lnv-adviser-3",
                        "lnv-representative",
                        "lnv-manager",
                        "lnv-director",
                        "lnv-department-head-1",
                        "odbn-manager",
                        "chair")
                .forEach(person -> JdbcStory.setLanguage(jdbc, person, language));
    }

    /** To be looked at. */
    private static void keep(List<Mail> told, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Mail mail : told) {
            Files.writeString(folder.resolve(mail.kind() + "-" + mail.recipient() + ".html"), mail.html());
            Files.writeString(
                    folder.resolve(mail.kind() + "-" + mail.recipient() + ".txt"),
                    mail.subject() + "\n\n" + mail.text());
        }
    }

    private JdbcStory aStory(UnaryOperator<String> says) {
        return new JdbcStory(jdbc, "notices-" + NUMBER.incrementAndGet(), says);
    }

    private MailLine newestLine() {
        return mails.newest(null, null, 1).get(0);
    }

    private Mail newest() {
        return mails.find(newestLine().id()).orElseThrow().mail();
    }

    private static long statements(Runnable work) {
        QueryCountHolder.clear();
        work.run();
        return QueryCountHolder.getGrandTotal().getTotal();
    }

    private interface Bulk {
        void send(String cycle, Collection<String> persons);
    }
}
