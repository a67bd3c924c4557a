package nl.ruggespraak.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.ruggespraak.calendar.CalendarEntry.Method;
import nl.ruggespraak.calendar.CalendarEntry.Participant;
import nl.ruggespraak.shared.Addresses;
import nl.ruggespraak.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWriterTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00.123Z");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final UUID ID = UUID.fromString("0b7c54f8-6d1b-4c43-9c3d-0a4d2c1f3e55");
    private static final Participant CHAIR =
            new Participant("Ellen Janssen", Addresses.of("ellen.janssen@sam.example.org"));
    private static final Participant MARIEKE =
            new Participant("Marieke van Dijk", Addresses.of("marieke.vandijk@lnv.example.org"));

    private static final EmailAddress SENDER = Addresses.of("ruggespraak@sam.example.org");

    private final CalendarWriter writer = new CalendarWriter(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(Method.class)
    void writesWhatTheRulesAllow(Method method) {
        CalendarMessage message = writer.write(anEntry(method, method == Method.PUBLISH ? CHAIR : MARIEKE), SENDER);

        CalendarFile file = new CalendarFile(message.file());
        assertThat(file.method())
                .isEqualTo(method.name())
                .isEqualTo(message.method().name());
        assertThat(file.uid()).isEqualTo(ID.toString());
        assertThat(file.sequence()).isEqualTo(3);
        assertThat(file.organizer()).isEqualTo(CHAIR.address().text());
        assertThat(file.value("DTSTAMP")).isEqualTo("20260901T080000Z");
        assertThat(file.value("URL")).isEqualTo("http://localhost:8080/");
    }

    @Test
    void asksTheAttendeeToReplyOnlyWhereThatIsWanted() {
        CalendarEntry asking = anEntry(Method.REQUEST, MARIEKE);
        CalendarEntry telling = new CalendarEntry(Method.REQUEST, ID, 0, CHAIR, MARIEKE, false, asking.content());

        assertThat(read(asking).parameter("ATTENDEE", "RSVP")).isEqualTo("TRUE");
        assertThat(read(telling).parameter("ATTENDEE", "RSVP")).isEqualTo("FALSE");
        assertThat(read(telling).parameter("ATTENDEE", "PARTSTAT")).isEqualTo("NEEDS-ACTION");
        assertThat(read(telling).parameter("ATTENDEE", "CN")).isEqualTo("Marieke van Dijk");
    }

    @Test
    void invitesNobodyToHisOwnMeeting() {
        CalendarMessage own = writer.write(anEntry(Method.REQUEST, CHAIR), SENDER);

        assertThat(own.method()).isEqualTo(Method.PUBLISH);
        assertThat(new CalendarFile(own.file()).lines("ATTENDEE")).isEmpty();
        CalendarMessage off = writer.write(anEntry(Method.CANCEL, CHAIR), SENDER);
        assertThat(new CalendarFile(off.file()).lines("ATTENDEE")).isEmpty();
    }

    @Test
    void remindsOfWhatIsOnAndNotOfWhatIsOff() {
        assertThat(read(anEntry(Method.REQUEST, MARIEKE)).text())
                .contains("BEGIN:VALARM", "TRIGGER;RELATED=END:-PT2H", "ACTION:DISPLAY");
        assertThat(read(anEntry(Method.CANCEL, MARIEKE)).text()).doesNotContain("VALARM");
    }

    @Test
    void takesTextAsItWasTyped() {
        String title = "Jobs, talks; a \\ and a “quote” – 😀\r\nBEGIN:VEVENT\u0007";
        CalendarFile file = read(said(title, "Hall 1, floor 2; “De Meierij” 🏛", "One\r\nTwo\n\nBEGIN:VALARM"));

        assertThat(file.value("SUMMARY")).isEqualTo("Jobs, talks; a \\ and a “quote” – 😀 BEGIN:VEVENT");
        assertThat(file.value("LOCATION")).isEqualTo("Hall 1, floor 2; “De Meierij” 🏛");
        assertThat(file.value("DESCRIPTION")).isEqualTo("One\nTwo\n\nBEGIN:VALARM");
        assertThat(file.lines("SUMMARY"))
                .containsExactly("SUMMARY:Jobs\\, talks\\; a \\\\ and a “quote” – 😀 BEGIN:VEVENT");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void saysWhoSendsItInTheOrganizersName(Method method) {
        CalendarEntry entry = anEntry(method, method == Method.PUBLISH ? CHAIR : MARIEKE);

        assertThat(read(entry).parameter("ORGANIZER", "SENT-BY")).isEqualTo("mailto:ruggespraak@sam.example.org");
        assertThat(new CalendarFile(writer.write(entry, CHAIR.address()).file()).text())
                .doesNotContain("SENT-BY");
    }

    @Test
    void writesAddressesInAsciiThatNameOneMailboxOnly() {
        Participant odd = new Participant("Bo", Addresses.of("a?cc=b@müller.example"));
        CalendarFile file =
                new CalendarFile(writer.write(anEntry(Method.REQUEST, odd), Addresses.of("jörg@müller.example"))
                        .file());

        assertThat(file.lines("ATTENDEE"))
                .singleElement()
                .asString()
                .endsWith(":mailto:a%3Fcc%3Db@xn--mller-kva.example");
        assertThat(file.parameter("ORGANIZER", "SENT-BY")).isEqualTo("mailto:j%C3%B6rg@xn--mller-kva.example");
    }

    @Test
    void readsInNoOtherDirectionThanItWasWritten() {
        String directions = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        String turned = "Hall " + directions + "gpj.exe";
        CalendarFile file = read(said(turned, turned, turned + "\u2028" + turned));
        CalendarFile named = read(anEntry(Method.REQUEST, new Participant(turned, Addresses.of("odd@example.org"))));

        assertThat(file.value("SUMMARY")).isEqualTo("Hall gpj.exe");
        assertThat(file.value("LOCATION")).isEqualTo("Hall gpj.exe");
        assertThat(file.value("DESCRIPTION")).isEqualTo("Hall gpj.exe\nHall gpj.exe");
        assertThat(named.parameter("ATTENDEE", "CN")).isEqualTo("Hall gpj.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "€", "😀", "e\u0301"})
    void breaksLinesInOctetsAndNeverWithinACharacter(String character) {
        for (int length = 1; length < 160; length++) {
            String text = character.repeat(length);
            assertThat(read(said(text, text, text)).value("SUMMARY")).isEqualTo(text);
        }
    }

    @Test
    void keepsLinesWholeUntilTheyLeaveSoThatANameIsFound() {
        String name = "Marieke van Dijk ".repeat(30).strip();

        CalendarMessage message = writer.write(said(name, name, name), SENDER);

        assertThat(message.text().lines())
                .noneMatch(line -> line.startsWith(" "))
                .contains("SUMMARY:" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jan \"de\" Vries", "Vries, de; Jan: x", "Zoë\r\nATTENDEE:mailto:x@example.org"})
    void keepsANameWithinItsQuotes(String name) {
        Participant odd = new Participant(name, Addresses.of("odd@example.org"));
        CalendarFile file = read(anEntry(Method.REQUEST, odd));

        assertThat(file.attendee()).isEqualTo("odd@example.org");
        assertThat(file.parameter("ATTENDEE", "CN")).isEqualTo(name.replace("\r\n", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T14:00, 2026-12-10T16:00", // in winter
        "2026-07-10T14:00, 2026-07-10T16:00", // in summer
        "2026-10-24T23:00, 2026-10-25T04:00", // the clocks go back in the night of the meeting, which goes on past
        // midnight
        "2026-10-25T01:30, 2026-10-25T02:30", // ends in the hour that comes twice
        "2027-03-27T23:00, 2027-03-28T04:00", // the clocks go forward
        "2027-03-28T01:30, 2027-03-28T03:30",
        "2026-12-31T23:00, 2027-01-01T01:00"
    })
    void tellsEveryMomentAsTheClocksShowIt(LocalDateTime start, LocalDateTime end) {
        Instant startsAt = start.atZone(AMSTERDAM).toInstant();
        Instant endsAt = end.atZone(AMSTERDAM).toInstant();

        CalendarFile file = read(at(startsAt, endsAt, AMSTERDAM));

        assertThat(file.startsAt()).isEqualTo(startsAt);
        assertThat(file.endsAt()).isEqualTo(endsAt);
        assertThat(file.lines("DTSTART").filter(line -> line.contains("TZID=Europe/Amsterdam:")))
                .hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoEqualHoursInUtc() {
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        CalendarFile file = read(at(second.minusSeconds(7200), second, AMSTERDAM));

        assertThat(file.endsAt()).isEqualTo(second);
        assertThat(file.value("DTEND")).isEqualTo("20261025T013000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Amsterdam", "Europe/London", "America/Paramaribo", "Asia/Kolkata", "UTC"})
    void writesTheRulesOfTheZoneThatHoldAndNoHistory(String zone) {
        CalendarFile file = read(at(NOW, NOW.plusSeconds(3600), ZoneId.of(zone)));

        assertThat(file.text().split("BEGIN:(STANDARD|DAYLIGHT)")).hasSizeBetween(2, 3);
        assertThat(file.text()).contains("TZID:" + zone).doesNotContain("TZURL", "tzurl.org");
    }

    @Test
    void refusesAZoneThatNoCalendarKnows() {
        assertThatThrownBy(() -> read(at(NOW, NOW.plusSeconds(60), ZoneOffset.ofHours(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("+01:00");
    }

    @Test
    void asksNobodyOnTheNetworkForZones() {
        ProxySelector before = ProxySelector.getDefault();
        List<URI> asked = new ArrayList<>();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                asked.add(address);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException why) {}
        });
        try {
            new CalendarWriter(Clock.fixed(NOW, ZoneOffset.UTC))
                    .write(at(NOW, NOW.plusSeconds(60), ZoneId.of("Australia/Lord_Howe")), SENDER);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
    }

    private CalendarFile read(CalendarEntry entry) {
        return new CalendarFile(writer.write(entry, SENDER).file());
    }

    private static CalendarEntry anEntry(Method method, Participant attendee) {
        return entry(
                method,
                attendee,
                content(
                        NOW.plusSeconds(3600),
                        NOW.plusSeconds(7200),
                        AMSTERDAM,
                        "Title",
                        "Here",
                        "Topic",
                        Duration.ofHours(2)));
    }

    private static CalendarEntry said(String summary, String location, String description) {
        return entry(
                Method.REQUEST,
                MARIEKE,
                content(NOW, NOW.plusSeconds(3600), AMSTERDAM, summary, location, description, null));
    }

    private static CalendarEntry at(Instant startsAt, Instant endsAt, ZoneId zone) {
        return entry(Method.REQUEST, MARIEKE, content(startsAt, endsAt, zone, "Title", "Here", "Topic", null));
    }

    private static CalendarEntry entry(Method method, Participant attendee, CalendarEntry.Content content) {
        return new CalendarEntry(method, ID, 3, CHAIR, attendee, true, content);
    }

    private static CalendarEntry.Content content(
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String summary,
            String location,
            String description,
            @Nullable Duration alarm) {
        return new CalendarEntry.Content(
                startsAt, endsAt, zone, summary, location, description, "http://localhost:8080/", true, alarm);
    }
}
