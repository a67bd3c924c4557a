package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.link.web.LinkFixture;
import nl.ruggespraak.process.MeetingFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page speaks to its person; to nobody in particular it speaks as the browser wishes. */
@RuggespraakTest
class LanguagesOfPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private LinkFixture links;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fatimaSpeaksDutch() {
        speaks("nl");
    }

    @AfterEach
    void fatimaSpeaksEnglishAgain() {
        speaks("en");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "nl               | nl | Inloggen",
                "nl-BE,nl;q=0.9   | nl | Inloggen",
                "de,nl;q=0.5      | nl | Inloggen",
                "en-GB,nl;q=0.5   | en | Sign in",
                "de               | en | Sign in",
                "*                | en | Sign in",
                "-                | en | Sign in"
            })
    void toAStrangerItSpeaksAsTheBrowserWishes(@Nullable String wished, String language, String title) {
        Visitor stranger = Visitor.stranger(port);
        if (wished != null) {
            stranger.speaking(wished);
        }
        assertThat(stranger.get("/sign-in").body())
                .contains(
                        "<html lang=\"" + language + "\"",
                        "<h1>" + title + "</h1>",
                        "<title>" + title + " · Ruggespraak</title>");
    }

    @Test
    void soDoesARefusalThatTheWebAppsShow() {
        String models = "/camunda/api/engine/engine/default/deployment";
        assertThat(Visitor.signedIn(port, "lnv-adviser-2").getJson(models).body())
                .contains("\"message\":\"Dit mogen alleen beheerders.\"");
        assertThat(Visitor.signedIn(port, "lnv-adviser-1").getJson(models).body())
                .contains("\"message\":\"Only administrators may do this.\"");
    }

    @Test
    void toWhoeverHasSignedInItSpeaksTheirLanguage() {
        Visitor fatima = Visitor.signedIn(port, "lnv-adviser-2").speaking("en");
        assertThat(fatima.get("/").body()).contains("<html lang=\"nl\"", "Hallo Fatima", "Jouw taken");
        assertThat(fatima.get("/asks").body()).contains("<html lang=\"nl\"", "Mijn hulpvragen");
        assertThat(fatima.get("/audit").body())
                .contains(
                        "<html lang=\"nl\"",
                        "<title>Niet helemaal · Ruggespraak</title>",
                        "Deze pagina is niet voor jou");

        Visitor joost = Visitor.signedIn(port, "lnv-adviser-1").speaking("nl");
        assertThat(joost.get("/").body()).contains("<html lang=\"en\"", "Hello Joost");
    }

    @Test
    void behindALinkItSpeaksToThePersonWhoseLinkItIs() {
        String cycle = meetings.anAnnouncedMeeting("lnv");
        String link = links.issue(Purpose.GIVE_ASKS, cycle, "lnv-adviser-2");

        Visitor english = Visitor.stranger(port).speaking("en");
        assertThat(english.get(link).body())
                .contains("<html lang=\"nl\"", "Fatima, wat kunnen we voor je vragen?", "Loopbaankandidaat")
                .contains("Ons netwerk komt bij elkaar");
        HttpResponse<String> refused = english.post(link, "asks-1-kind=VACANCY&do=send");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("<html lang=\"nl\"", "De titel ontbreekt.");

        Visitor joost = Visitor.signedIn(port, "lnv-adviser-1");
        assertThat(joost.get(link).body()).contains("<html lang=\"nl\"");
        assertThat(english.get("/a/not-a-token").body()).contains("<html lang=\"en\"", "This link does not work");
    }

    private void speaks(String language) {
        jdbc.sql("update ruggespraak.person set language = :language where key = 'lnv-adviser-2'")
                .param("language", language)
                .update();
    }
}
