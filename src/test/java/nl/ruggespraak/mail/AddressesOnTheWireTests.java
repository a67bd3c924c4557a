package nl.ruggespraak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import nl.ruggespraak.shared.Addresses;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.UnusableSetting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server hears, octet by octet. */
class AddressesOnTheWireTests {

    private static final String FROM = "Ruggespraak SAM <noreply@sam.example.org>";

    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private final ScriptedSmtpServer server = new ScriptedSmtpServer(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "jan@lnv.example.org, jan@lnv.example.org",
        "J.DeVries@LNV.Example.ORG, J.DeVries@lnv.example.org",
        "pat.o'brien+x@lnv.example.org, pat.o'brien+x@lnv.example.org",
        "a!#$%&*/=?^_`{|}~b@lnv.example.org, a!#$%&*/=?^_`{|}~b@lnv.example.org",
        "info@müller-advies.example, info@xn--mller-advies-dlb.example",
        "bo@ĳsselmeer.example, bo@ijsselmeer.example",
        "bo@straße.example, bo@xn--strae-oqa.example",
        "post@почта.example, post@xn--80a1acny.example",
        "post@例え.テスト, post@xn--r8jz45g.xn--zckzah"
    })
    void areThoseOfThePage(String page, String wire) throws Exception {
        sender(FROM, Addresses.usual()).send(aMail(page, page));

        assertThat(server.said())
                .contains("MAIL FROM:<noreply@sam.example.org>", "RCPT TO:<" + wire + ">")
                .contains("From: Ruggespraak SAM <noreply@sam.example.org>", "To: Joost Bakker <" + wire + ">")
                .contains("Reply-To: " + wire)
                .filteredOn(line -> line.startsWith("RCPT"))
                .hasSize(1);
        assertThat(server.said()).allMatch(line -> line.chars().allMatch(octet -> octet < 0x80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jan@lnv.еxample.org",
                "Łukasz@lnv.example.org",
                "ayşe.yılmaz@lnv.example.org",
                "jan\u200B@lnv.example.org",
                "jan@lnv.example.org>\r\nRCPT TO:<piet@lnv.example.org",
                "jan@lnv.example.org, piet@lnv.example.org",
                "\"jan\"@lnv.example.org",
                "jan@lnv"
            })
    void areNoneWhereThePageShowsNone(String page) {
        assertThatThrownBy(() -> sender(FROM, Addresses.usual()).send(aMail(page, null)))
                .isInstanceOfSatisfying(
                        SendingFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SendingFailed.Kind.REFUSED_FOR_GOOD))
                .hasMessageStartingWith("no mail server can be given the address. ")
                .message()
                .doesNotContain("jan@", "Łukasz@", "ayşe");
        assertThat(server.said()).isEmpty();
    }

    @Test
    void leaveOutWhereAnswersCannotGo() throws Exception {
        sender(FROM, Addresses.usual()).send(aMail("jan@lnv.example.org", "łukasz@lnv.example.org"));

        assertThat(server.said())
                .contains("RCPT TO:<jan@lnv.example.org>")
                .noneMatch(line -> line.startsWith("Reply-To"));
    }

    @Test
    void areInUtf8WhereTheServerOffersThatAndTheSettingSaysSo() throws Exception {
        server.answering("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8");

        sender(FROM, Addresses.inAnyScript()).send(aMail("łukasz@müller.example", null));

        assertThat(server.said())
                .contains("MAIL FROM:<noreply@sam.example.org> SMTPUTF8")
                .contains("RCPT TO:<" + octets("łukasz@xn--mller-kva.example") + ">");
    }

    @Test
    void areRefusedWhereTheSettingSaysSoAndTheServerDoesNot() {
        assertThatThrownBy(() -> sender(FROM, Addresses.inAnyScript()).send(aMail("łukasz@lnv.example.org", null)))
                .isInstanceOfSatisfying(
                        SendingFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(SendingFailed.Kind.REFUSED_FOR_GOOD))
                .hasMessageContaining("SMTPUTF8");
        assertThat(server.said()).noneMatch(line -> line.startsWith("RCPT") || line.startsWith("MAIL"));
    }

    @Test
    void areNotRepeatedByAReason() {
        server.answering("RCPT", "550 5.1.1 <info@xn--mller-kva.example>: info@müller.example, info unknown");

        assertThatThrownBy(() -> sender(FROM, Addresses.usual()).send(aMail("info@müller.example", null)))
                .hasMessageContaining("550 5.1.1 …")
                .message()
                .doesNotContain("info", "xn--mller");
    }

    @ParameterizedTest
    @CsvSource({
        "Ruggespraak <Ruggespraak@MÜLLER.example>, Ruggespraak@xn--mller-kva.example, Ruggespraak <Ruggespraak@xn--mller-kva.example>",
        "'\"Netwerk, SAM\" <sam@sam.example.org>', sam@sam.example.org, '\"Netwerk, SAM\" <sam@sam.example.org>'",
        "sam@sam.example.org, sam@sam.example.org, sam@sam.example.org",
        "Één <sam@sam.example.org>, sam@sam.example.org, =?UTF-8?B?w4nDqW4=?= <sam@sam.example.org>"
    })
    void areTheSendersToo(String setting, String wire, String header) throws Exception {
        sender(setting, Addresses.usual()).send(aMail("jan@lnv.example.org", null));

        assertThat(server.said()).contains("MAIL FROM:<" + wire + ">", "From: " + header);
        assertThat(server.said())
                .anyMatch(line -> line.matches("Message-ID: <[0-9a-f]{32}@" + wire.replaceAll(".*@", "") + ">"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ruggespraak <ruggespraak@sam>, The end of the name is missing",
        "Ruggespraak <ruggespraak@sam..example.org>, two dots",
        "'a@sam.example.org, b@sam.example.org', Several",
        "Ruggespraak <łukasz@sam.example.org>, only the letters a to z",
        "Ruggespraak, no @"
    })
    void areNoSendersWhereTheSettingIsNoAddress(String setting, String why) {
        assertThatThrownBy(() -> sender(setting, Addresses.usual()))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("RUGGESPRAAK_MAIL_FROM: ")
                .hasMessageContaining(why);
    }

    @Test
    void areThoseToWhichFailuresGoToo() throws Exception {
        smtp.getJavaMailProperties().setProperty("mail.smtp.from", "retour@müller.example");
        sender(FROM, Addresses.usual()).send(aMail("jan@lnv.example.org", null));

        assertThat(server.said()).contains("MAIL FROM:<retour@xn--mller-kva.example>");
        smtp.getJavaMailProperties().setProperty("mail.smtp.from", "retoŭr@lnv.example.org");
        assertThatThrownBy(() -> sender(FROM, Addresses.usual()))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("mail.smtp.from: Before the @");
    }

    private SmtpSender sender(String from, EmailAddresses addresses) {
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.port());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new SmtpSender(
                beans.getBeanProvider(JavaMailSender.class),
                "127.0.0.1",
                new Sender(from, addresses, messages, Locale.ENGLISH),
                addresses,
                messages,
                Locale.ENGLISH,
                Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC));
    }

    private static Mail aMail(String address, @Nullable String replyTo) {
        return new Mail(
                "k/1", "k", null, "lnv", "lnv-adviser-1", "Joost Bakker", address, replyTo, "Subject", "t", "h");
    }

    /** As the server keeps them: a character for each octet. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
