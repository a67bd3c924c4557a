package nl.ruggespraak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class PostboxTests {

    @Autowired
    private Postbox postbox;

    @Autowired
    private Mails mails;

    @Autowired
    private DeliverMail deliverMail;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsMailsWithoutAMailServerAndSendsNothing() {
        Mail mail = aMail("announcement/kept");

        assertThat(postbox.post(mail)).isTrue();

        PostedMail kept = mails.find(mails.newest(null, null, 1).get(0).id()).orElseThrow();
        assertThat(kept.mail()).isEqualTo(mail);
        assertThat(kept.status()).isEqualTo(MailStatus.KEPT);
        assertThat(jdbc.sql("select count(*) from act_ru_execution where proc_def_id_ like 'mail-delivery%'")
                        .query(Long.class)
                        .single())
                .isZero();
        deliverMail.deliver(kept.id());
        assertThat(mails.find(kept.id())).map(PostedMail::status).hasValue(MailStatus.KEPT);
    }

    @Test
    void tellsWhichMailsAreNew() {
        Mail first = aMail("announcement/first");
        Mail second = aMail("announcement/second");
        postbox.post(first);

        assertThat(postbox.post(List.of(first, second, second))).containsExactly(second);
        assertThat(postbox.post(List.of())).isEmpty();
    }

    @Test
    void keepsASubjectOnOneLineHoweverItIsWritten() {
        Mail mail = new Mail(
                "k",
                "k",
                null,
                null,
                "p",
                "A\u0000\tB\n",
                "a@example.org",
                null,
                "One\r\n\u2028tw\u202Eo\u200F\u061C " + "x".repeat(500),
                "",
                "");

        assertThat(mail.recipientName()).isEqualTo("A B");
        assertThat(mail.subject()).startsWith("One two xxx").endsWith("x…").hasSize(200);
    }

    private static Mail aMail(String key) {
        return new Mail(
                key,
                "announcement",
                null,
                "lnv",
                "lnv-adviser-2",
                "Fatima el Amrani",
                "fatima.elamrani@lnv.example.org",
                null,
                "Subject “é”",
                "text",
                "<p>html</p>");
    }
}
