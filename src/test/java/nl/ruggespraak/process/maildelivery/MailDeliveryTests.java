package nl.ruggespraak.process.maildelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Mail;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.mail.Postbox;
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

    private final Set<String> refused = new HashSet<>();

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
    void letsOneWrongAddressHoldUpNobodyElse() {
        List<Mail> mails = List.of(
                aMailTo("fatima.elamrani@lnv.example.org"), aMailTo("no address"), aMailTo("pieter@lnv.example.org"));
        postbox.post(mails);

        jobs().forEach(job -> {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException failed) {
                assertThat(failed).hasMessageContaining(mails.get(1).key());
                refused.add(job.getId());
            }
        });
        work();

        assertThat(SERVER.received()).hasSize(2);
        assertThat(mails).extracting(this::status).containsExactly("SENT", "FAILED", "SENT");
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void deliversTwoHundredMailsEachOnce() {
        List<Mail> mails = IntStream.range(0, 200)
                .mapToObj(number -> aMailTo("colleague" + number + "@lnv.example.org"))
                .toList();

        assertThat(postbox.post(mails)).isEqualTo(mails);
        assertThat(postbox.post(mails)).isEmpty();
        assertThat(deliveries()).hasSize(200);
        work();

        assertThat(SERVER.received()).hasSize(200);
        assertThat(SERVER.received().stream().map(MailDeliveryTests::messageId).distinct())
                .hasSize(200);
        assertThat(deliveries()).isEmpty();
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

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
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
