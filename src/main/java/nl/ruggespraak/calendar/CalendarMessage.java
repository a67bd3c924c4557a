package nl.ruggespraak.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A calendar entry as iCalendar writes it, ready to be sent.
 *
 * @param method what is to be done with it; an envelope says it once more
 * @param text its lines, each whole: a name is found in them. They are broken when they leave
 */
public record CalendarMessage(CalendarEntry.Method method, String text) {

    private static final int LONGEST_LINE = 75;

    /** The file: UTF-8, its lines broken as RFC 5545 wants, in octets and never within a character. */
    public byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        text.lines().forEach(line -> {
            int length = 0;
            for (int character : line.codePoints().toArray()) {
                byte[] octets = Character.toString(character).getBytes(StandardCharsets.UTF_8);
                if (length + octets.length > LONGEST_LINE) {
                    file.writeBytes(new byte[] {'\r', '\n', ' '});
                    length = 1;
                }
                file.writeBytes(octets);
                length += octets.length;
            }
            file.writeBytes(new byte[] {'\r', '\n'});
        });
        return file.toByteArray();
    }
}
