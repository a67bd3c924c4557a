package nl.ruggespraak.calendar;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** An iCalendar file, read back as a calendar program does, and held against RFC 5545 and 5546. */
public class CalendarFile {

    private final String text;
    private final Calendar calendar;

    /** Reads a file; one that breaks a rule fails the test. */
    public CalendarFile(byte[] file) {
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            calendar = new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException wrong) {
            throw new AssertionError("This is no calendar file", wrong);
        }
        obeysTheRulesOfLines();
        obeysTheRulesOfContents();
        tellsWhatTheClocksShow();
    }

    private void obeysTheRulesOfLines() {
        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 75))
                .doesNotContain(" ");
        assertThat(text.split("\r\n ")).as("broken where it must be").allSatisfy(piece -> {
            String last = piece.substring(piece.lastIndexOf('\n') + 1);
            assertThat(text.endsWith(piece) || last.getBytes(StandardCharsets.UTF_8).length >= 71)
                    .isTrue();
        });
    }

    private void obeysTheRulesOfContents() {
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(lines("VERSION", "METHOD", "PRODID", "CALSCALE")).hasSize(4);
        assertThat(event().validate(requireNonNull(calendar.getMethod())).getEntries())
                .isEmpty();
        for (String once : List.of("UID", "DTSTAMP", "SEQUENCE", "DTEND", "ORGANIZER", "SUMMARY", "STATUS", "TRANSP")) {
            assertThat(lines(once)).as(once).hasSize(1);
        }
        assertThat(value("DTSTAMP")).endsWith("Z");
        assertThat(event().getProperties("RRULE")).isEmpty();
        assertThat(value("STATUS")).isEqualTo("CANCEL".equals(method()) ? "CANCELLED" : "CONFIRMED");
        if ("PUBLISH".equals(method())) {
            assertThat(lines("ATTENDEE")).isEmpty();
        } else if (!lines("ATTENDEE").toList().isEmpty()) {
            assertThat(attendee()).isNotEqualTo(organizer());
        }
    }

    /** Exactly one zone; it is the one that the moments name, and it shows at both what the clocks there show. */
    private void tellsWhatTheClocksShow() {
        List<VTimeZone> zones = calendar.getComponents("VTIMEZONE");
        assertThat(zones).hasSize(1);
        String id = zones.get(0).getRequiredProperty("TZID").getValue();
        for (String moment : List.of("DTSTART", "DTEND")) {
            Property property = event().getRequiredProperty(moment);
            String zone = property.getParameter("TZID").map(Parameter::getValue).orElse(id);
            assertThat(zone).isEqualTo(id);
            if (!property.getValue().endsWith("Z")) {
                LocalDateTime local = local(property.getValue());
                assertThat(shown(zones.get(0), local))
                        .isEqualTo(ZoneId.of(id).getRules().getOffset(local));
            }
        }
    }

    /** The offset that the rules of this zone tell: that of the last change before. The library's own answer is wrong on the day of a change. */
    private static ZoneOffset shown(VTimeZone zone, LocalDateTime local) {
        Map<LocalDateTime, ZoneOffset> changes = new TreeMap<>();
        for (Observance rule : zone.getObservances()) {
            LocalDateTime first = local(rule.getRequiredProperty("DTSTART").getValue());
            ZoneOffset offset = ((TzOffsetTo) rule.getRequiredProperty("TZOFFSETTO")).getOffset();
            changes.put(first, offset);
            rule.<RRule<LocalDateTime>>getProperty("RRULE")
                    .ifPresent(yearly -> yearly.getRecur()
                            .getDates(first, local.minusYears(2), local.plusDays(1))
                            .forEach(change -> changes.put(change, offset)));
        }
        return changes.entrySet().stream()
                .filter(change -> !change.getKey().isAfter(local))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No rule tells what the clocks show at " + local))
                .getValue();
    }

    /** The method inside. */
    public String method() {
        return requireNonNull(calendar.getMethod()).getValue();
    }

    public String uid() {
        return value("UID");
    }

    public int sequence() {
        return Integer.parseInt(value("SEQUENCE"));
    }

    /** Address of the organizer. */
    public String organizer() {
        return mailbox("ORGANIZER");
    }

    /** Address of the only attendee. */
    public String attendee() {
        return mailbox("ATTENDEE");
    }

    public Instant startsAt() {
        return moment("DTSTART");
    }

    public Instant endsAt() {
        return moment("DTEND");
    }

    /** What a property says, its escapes undone. */
    public String value(String property) {
        return event().getRequiredProperty(property).getValue();
    }

    /** What a parameter of a property says. */
    public String parameter(String property, String parameter) {
        return event().getRequiredProperty(property)
                .getRequiredParameter(parameter)
                .getValue();
    }

    public VEvent event() {
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    /** The lines of these properties, unfolded. */
    public Stream<String> lines(String... properties) {
        return text.replace("\r\n ", "")
                .lines()
                .filter(line -> Arrays.stream(properties)
                        .anyMatch(property -> line.startsWith(property + ":") || line.startsWith(property + ";")));
    }

    /** The whole file, unfolded. */
    public String text() {
        return text.replace("\r\n ", "");
    }

    /** Read by hand, with the zone's rules of the platform and not of the library. */
    private Instant moment(String property) {
        Property found = event().getRequiredProperty(property);
        String value = found.getValue();
        return value.endsWith("Z")
                ? local(value.substring(0, value.length() - 1)).toInstant(ZoneOffset.UTC)
                : local(value)
                        .atZone(ZoneId.of(found.getRequiredParameter("TZID").getValue()))
                        .toInstant();
    }

    private static LocalDateTime local(String value) {
        return LocalDateTime.parse(value, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"));
    }

    private String mailbox(String property) {
        assertThat(lines(property)).hasSize(1);
        assertThat(value(property)).startsWith("mailto:");
        return value(property).substring("mailto:".length());
    }
}
