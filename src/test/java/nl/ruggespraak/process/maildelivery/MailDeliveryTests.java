package nl.ruggespraak.process.maildelivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.mail.Postbox;
import nl.ruggespraak.mail.ScriptedSmtpServer;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@RuggespraakTest
class MailDeliveryTests {

    private static final MailServer SERVER = new MailServer();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @DynamicPropertySource
    static void sendToTheServer(DynamicPropertyRegistry settings) {
        // Two engines of one name in one JVM: the REST interface of the other tests would find either.
        settings.add("camunda.bpm.process-engine-name", () -> "withSmtp");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SERVER::port);
    }

    @Autowired
    private Postbox postbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @LocalServerPort
    private int port;

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void startTheServer() {
        SERVER.up();
    }

    @AfterEach
    void stopTheServerAndForgetWhatIsLeft() {
        SERVER.down();
        deliveries().forEach(left -> runtime.deleteProcessInstance(left.getId(), "end of the test"));
    }

    @Test
    void deliversAMailOfAnOrganisationUnderItsTenant() {
        Mail mail = aMailTo("joost.bakker@lnv.example.org");

        assertThat(postbox.post(mail)).isTrue();

        assertThat(deliveries())
                .singleElement()
                .extracting(ProcessInstance::getTenantId)
                .isEqualTo("lnv");
        assertThat(SERVER.received()).isEmpty();
        work();
        assertThat(SERVER.received()).hasSize(1);
        assertThat(status(mail)).isEqualTo("SENT");
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void deliversAMailOfTheNetworkWithoutATenant() {
        Mail mail = new Mail(
                "network-results/some-meeting/chair",
                "network-results",
                null,
                null,
                "chair",
                "Ellen Janssen",
                "ellen.janssen@sam.example.org",
                null,
                "Subject",
                "text",
                "<p>html</p>");

        postbox.post(mail);

        assertThat(deliveries())
                .singleElement()
                .extracting(ProcessInstance::getTenantId)
                .isNull();
        work();
        assertThat(SERVER.received()).hasSize(1);
    }

    @Test
    void keepsSubjectAndBodyOutOfTheEngine() {
        postbox.post(aMailTo("joost.bakker@lnv.example.org"));

        String delivery = deliveries().get(0).getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(delivery)
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactlyInAnyOrder("mail", "organisation");
    }

    @Test
    void postsTheSameMailOnce() {
        Mail mail = aMailTo("joost.bakker@lnv.example.org");

        assertThat(postbox.post(List.of(mail, mail))).containsExactly(mail);
        assertThat(postbox.post(mail)).isFalse();

        work();
        assertThat(SERVER.received()).hasSize(1);
    }

    @Test
    void postsNothingWhenTheCallersTransactionFails() {
        Mail mail = aMailTo("joost.bakker@lnv.example.org");

        transaction.executeWithoutResult(failing -> {
            postbox.post(mail);
            failing.setRollbackOnly();
        });

        assertThat(deliveries()).isEmpty();
        assertThat(postbox.post(mail)).isTrue();
    }

    @Test
    void triesAgainThenAsksForHelpAndSendsOnceWhenHelped() {
        SERVER.down();
        Mail mail = aMailTo("joost.bakker@lnv.example.org");
        postbox.post(mail);
        String job = jobs().get(0).getId();

        int attempts = 0;
        int left = retries(job);
        while (left > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining(mail.key());
            attempts++;
            assertThat(retries(job)).isLessThan(attempts == 1 ? Integer.MAX_VALUE : left);
            left = retries(job);
        }

        assertThat(attempts).isEqualTo(5);
        assertThat(status(mail)).isEqualTo("FAILED");
        Incident incident = runtime.createIncidentQuery().singleResult();
        assertThat(incident.getIncidentMessage())
                .contains("Mail ", mail.key(), "to lnv-adviser-1", "could not be delivered", "cannot be reached")
                .doesNotContain("joost.bakker@");

        SERVER.up();
        management.setJobRetries(job, 1);
        work();

        assertThat(SERVER.received()).hasSize(1);
        assertThat(status(mail)).isEqualTo("SENT");
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void sendsNothingASecondTimeWhenTheEngineRepeatsAJob() {
        Mail mail = aMailTo("joost.bakker@lnv.example.org");
        postbox.post(mail);
        String job = jobs().get(0).getId();

        transaction.executeWithoutResult(failing -> {
            management.executeJob(job);
            failing.setRollbackOnly();
        });
        assertThat(status(mail)).isEqualTo("SENT");
        work();

        assertThat(SERVER.received()).hasSize(1);
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void letsOneWhomTheServerRefusesHoldUpNobodyElse() {
        SERVER.down();
        List<Mail> mails = IntStream.range(0, 50)
                .mapToObj(number -> aMailTo("colleague" + number + "@lnv.example.org"))
                .toList();
        postbox.post(mails);

        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer(SERVER.port()).answering("RCPT TO:<colleague7@", "550 5.1.1 unknown")) {
            work();

            assertThat(server.taken())
                    .extracting(ScriptedSmtpServer.Taken::recipient)
                    .hasSize(49)
                    .doesNotHaveDuplicates()
                    .doesNotContain("colleague7@lnv.example.org");
        }
        assertThat(mails)
                .allSatisfy(mail -> assertThat(status(mail))
                        .isEqualTo(mail.address().startsWith("colleague7@") ? "REFUSED" : "SENT"));
        assertThat(jobs()).isEmpty();
        assertThat(deliveries()).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("endEvent_mailRefused")
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void triesAgainWhereTheServerRefusesForNow() {
        SERVER.down();
        Mail mail = aMailTo("joost.bakker@lnv.example.org");
        postbox.post(mail);
        String job = jobs().get(0).getId();

        try (ScriptedSmtpServer server = new ScriptedSmtpServer(SERVER.port()).answering("RCPT", "451 4.3.0 later")) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("451 4.3.0 later");
        }

        assertThat(status(mail)).isEqualTo("FAILED");
        assertThat(retries(job)).isPositive();
        SERVER.up();
        work();
        assertThat(status(mail)).isEqualTo("SENT");
    }

    @Test
    void givesEachOfAThousandOneMailWhenTheServerDiesMidWayAndComesBack() throws Exception {
        SERVER.down();
        List<Mail> mails = IntStream.range(0, 1_000)
                .mapToObj(number -> aMailTo("colleague" + number + "@lnv.example.org"))
                .toList();
        postbox.post(mails);

        List<ScriptedSmtpServer.Taken> arrived = new ArrayList<>();
        try (ScriptedSmtpServer dying = new ScriptedSmtpServer(SERVER.port()).dyingAfter(400)) {
            assertThat(tryAll())
                    .as("attempts that were cut off, or found it down")
                    .isBetween(500, 600);
            arrived.addAll(dying.taken());
        }
        SERVER.up();
        assertThat(tryAll()).isZero();

        for (MimeMessage message : SERVER.received()) {
            arrived.add(new ScriptedSmtpServer.Taken(
                    ((InternetAddress) message.getAllRecipients()[0]).getAddress(), message.getMessageID()));
        }
        assertThat(arrived)
                .extracting(ScriptedSmtpServer.Taken::recipient)
                .containsExactlyInAnyOrderElementsOf(
                        mails.stream().map(Mail::address).toList());
        assertThat(arrived).extracting(ScriptedSmtpServer.Taken::messageId).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select sum(unsure) from ruggespraak.mail where key = any(:keys)")
                        .param("keys", mails.stream().map(Mail::key).toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(deliveries()).isEmpty();
    }

    /** Tries everything that is ready once, as several threads of the engine do; returns how often that failed. */
    private int tryAll() throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        List<Job> ready = jobs();
        while (!ready.isEmpty()) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            ready.forEach(job -> threads.execute(() -> {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException why) {
                    failed.incrementAndGet();
                    refused.add(job.getId());
                }
            }));
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            ready = ready();
        }
        refused.clear();
        return failed.get();
    }

    @Test
    void holdsOneConnectionWhileItWaitsForASlowServerSoThatPeopleWorkOn() throws Exception {
        SERVER.down();
        int deliveries = 5;
        List<Mail> mails = IntStream.range(0, deliveries)
                .mapToObj(number -> aMailTo("slow" + number + "@lnv.example.org"))
                .toList();
        postbox.post(mails);
        HikariPoolMXBean pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();

        try (ScriptedSmtpServer slow = new ScriptedSmtpServer(SERVER.port()).slowAt("DATA")) {
            ExecutorService threads = Executors.newFixedThreadPool(deliveries);
            jobs().forEach(job -> threads.execute(() -> management.executeJob(job.getId())));
            slow.awaitWaiting(deliveries);

            assertThat(pool.getActiveConnections()).isEqualTo(deliveries);
            assertThat(Visitor.signedIn(port, "lnv-adviser-1").get("/asks").statusCode())
                    .isEqualTo(200);

            slow.goOn();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(mails).allSatisfy(mail -> assertThat(status(mail)).isEqualTo("SENT"));
    }

    @Test
    void leavesConnectionsForPeopleEvenIfAllJobsAreMailsThatBeginOrEndAtOnce() {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        Properties read = requireNonNull(settings.getObject());

        int connections = (int) requireNonNull(read.get("spring.datasource.hikari.maximum-pool-size"));
        int jobs = (int) requireNonNull(read.get("camunda.bpm.job-execution.max-pool-size"));
        assertThat(connections - 2 * jobs).isGreaterThanOrEqualTo(8);
    }

    private List<ProcessInstance> deliveries() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("mail-delivery")
                .list();
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey("mail-delivery")
                .withRetriesLeft()
                .orderByJobId()
                .asc()
                .list();
    }

    private int retries(String job) {
        return management.createJobQuery().jobId(job).singleResult().getRetries();
    }

    /** Executes what is ready and was not refused before. */
    private void work() {
        List<Job> ready = ready();
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = ready();
        }
    }

    private List<Job> ready() {
        return management.createJobQuery().processDefinitionKey("mail-delivery").withRetriesLeft().list().stream()
                .filter(job -> !refused.contains(job.getId()))
                .toList();
    }

    private String status(Mail mail) {
        return jdbc.sql("select status from ruggespraak.mail where key = :key")
                .param("key", mail.key())
                .query(String.class)
                .single();
    }

    private static Mail aMailTo(String address) {
        return new Mail(
                "announcement/some-meeting/lnv/lnv-adviser-1/" + COUNT.incrementAndGet(),
                "announcement",
                null,
                "lnv",
                "lnv-adviser-1",
                "Joost Bakker",
                address,
                null,
                "Subject",
                "text",
                "<p>html</p>");
    }
}
