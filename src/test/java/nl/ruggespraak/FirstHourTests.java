package nl.ruggespraak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.database.TestPostgres;
import nl.ruggespraak.mail.MailServer;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour of a network of its own: an empty database, no demo, a mail server, a file with people, and what the pages and the mails say. */
class FirstHourTests {

    private static final String ADMIN_PASSWORD = "Beheer-Wachtwoord-1";
    private static final List<String> ORGANISATIONS = List.of(
            "bz", "lnv", "rws", "odbn", "tilburg", "breda", "waterschap", "uwv", "kvk", "rdw", "ggd", "provincie");
    private static final int PEOPLE_EACH = 25;

    private static final Pattern CHOOSE = Pattern.compile("/p/[\\w-]+");
    private static final Pattern ANSWER = Pattern.compile("/a/[\\w-]+");
    private static final Pattern TASK = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @TempDir
    private Path folder;

    private final MailServer mailServer = new MailServer();
    private int port;

    @BeforeEach
    void startMailServer() {
        mailServer.up();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.down();
    }

    @Test
    void goesFromAnEmptyDatabaseToAnAnswerFromAMail() throws Exception {
        try (RunningApplication application = RunningApplication.start(
                folder,
                "--spring.datasource.url=" + TestPostgres.freshDatabase(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--ruggespraak.admin-password=" + ADMIN_PASSWORD,
                "--ruggespraak.language=nl",
                "--ruggespraak.url=http://localhost:8080",
                "--ruggespraak.mail.from=Ruggespraak <ruggespraak@brabant.example.org>",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mailServer.port())) {
            port = application.port();

            Visitor admin = Visitor.stranger(port).speaking("nl");
            assertThat(admin.location(admin.signIn("admin", ADMIN_PASSWORD))).isEqualTo("/");
            assertThat(admin.location(admin.get("/"))).isEqualTo("/setup");
            assertThat(admin.get("/setup").body()).contains("Er is nog geen netwerk", "35 regio");

            String file = admin.location(admin.upload("/admin/import", people()));
            assertThat(admin.get(file).body()).contains("12 nieuwe organisaties", "300 nieuwe personen");
            admin.form(file, file, "");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> admin.get("/setup").body().contains("12 organisaties doen mee, met 300 mensen"));

            admin.form("/admin/invitations", "/admin/invitations", "organisation=");
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> mailServer.received().size() >= ORGANISATIONS.size() * PEOPLE_EACH);

            Visitor chair = choosesAPassword("bz.5", "Voorzitter-Kiest-1");
            LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
            assertThat(chair.postJson("/engine-rest/process-definition/key/network-meeting/start", """
                                    {"variables": {
                                        "title": {"value": "Winterbijeenkomst", "type": "String"}, "network": {"value": "brabant", "type": "String"},
                                        "startsAt": {"value": "%1$sT14:00", "type": "String"}, "endsAt": {"value": "%1$sT16:00", "type": "String"},
                                        "location": {"value": "Provinciehuis", "type": "String"}, "region": {"value": "den-bosch", "type": "String"},
                                        "host": {"value": "breda", "type": "String"}, "topic": {"value": "Wie inspecteert?", "type": "String"},
                                        "statements": {"value": "[]", "type": "Json"}}}
                                    """.formatted(day))
                            .statusCode())
                    .isEqualTo(200);

            Visitor representative = choosesAPassword("lnv.0", "Vertegenwoordiger-1");
            String announce = await().atMost(Duration.ofMinutes(1))
                    .until(() -> task(representative, "lnv.0"), Optional::isPresent)
                    .orElseThrow();
            assertThat(representative
                            .postJson("/engine-rest/task/" + announce + "/complete", "{}")
                            .statusCode())
                    .isEqualTo(204);

            String link = link("lnv.7", ANSWER);
            Visitor colleague = Visitor.stranger(port);
            assertThat(colleague.get(link).body()).contains("wat kunnen we voor je vragen?");
            assertThat(colleague.location(
                            colleague.post(link, "asks-1-kind=QUESTION&asks-1-title=Wie+leidt+op%3F&do=send")))
                    .isEqualTo(link + "?thanks");

            choosesAPassword("lnv.2", "Directeur-Kiest-Zelf-1");
            Visitor director = Visitor.stranger(port);
            assertThat(director.location(director.signIn("LNV.2@lnv.Example.org", "Directeur-Kiest-Zelf-1")))
                    .isEqualTo("/");
        }
    }

    /** One of each role in every organisation, and advisers. */
    private static String people() {
        StringBuilder file = new StringBuilder(
                "netwerk;netwerknaam;organisatie;organisatienaam;gebruikersnaam;roepnaam;tussenvoegsel;achternaam;e-mailadres;rollen;taal\r\n");
        for (String organisation : ORGANISATIONS) {
            for (int number = 0; number < PEOPLE_EACH; number++) {
                String role = switch (number) {
                    case 0 -> "vertegenwoordiger";
                    case 1 -> "manager";
                    case 2 -> "directeur";
                    case 3, 4 -> "afdelingshoofd";
                    case 5 -> organisation.equals("bz") ? "voorzitter" : "adviseur";
                    default -> "adviseur";
                };
                String user = organisation + "." + number;
                file.append(
                        "brabant;Werkgeversnetwerk Brabant;%1$s;Organisatie %1$s;%2$s;Zoë;van der;Berg;%2$s@%1$s.example.org;%3$s;nl\r\n"
                                .formatted(organisation, user, role));
            }
        }
        return file.toString();
    }

    private Visitor choosesAPassword(String user, String password) {
        String link = link(user, CHOOSE);
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.get(link).body()).contains("kies een wachtwoord");
        assertThat(visitor.location(visitor.post(link, "password=" + password + "&again=" + password)))
                .isEqualTo("/sign-in?chosen");
        assertThat(visitor.location(visitor.signIn(user, password))).isEqualTo("/");
        return Visitor.program(port, user, password);
    }

    /** The first such link in the mails to somebody. */
    private String link(String user, Pattern pattern) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> mailServer.received().stream()
                                .filter(mail -> isTo(mail, user))
                                .map(FirstHourTests::text)
                                .map(pattern::matcher)
                                .filter(Matcher::find)
                                .map(Matcher::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<String> task(Visitor visitor, String user) {
        return TASK.matcher(
                        visitor.getJson("/engine-rest/task?assignee=" + user).body())
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static boolean isTo(MimeMessage mail, String user) {
        return GreenMailUtil.getHeaders(mail).contains("<" + user + "@")
                || GreenMailUtil.getHeaders(mail).contains(" " + user + "@");
    }

    private static String text(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            while (content instanceof MimeMultipart parts) {
                content = parts.getBodyPart(0).getContent();
            }
            return String.valueOf(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
