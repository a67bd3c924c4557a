package nl.ruggespraak.process.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Tells things in the reader's language, and times in the network's zone. */
record Words(MessageSource messages, Locale language, ZoneId zone) {

    /** The text of this key. */
    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** What one of an enumeration is called, e.g. {@code askKind.VACANCY}. */
    String of(String group, Enum<?> value) {
        return of(group + "." + value.name());
    }

    @Nullable
    String date(@Nullable LocalDate date) {
        return date == null ? null : DateInWords.of(date, language);
    }

    String moment(Instant moment) {
        return DateInWords.of(moment, zone, language);
    }

    /** A moment until another one of the same day, or of a later day. */
    String period(Instant from, Instant to) {
        boolean sameDay = LocalDate.ofInstant(from, zone).equals(LocalDate.ofInstant(to, zone));
        return moment(from) + " – " + (sameDay ? DateInWords.timeOf(to, zone, language) : moment(to));
    }
}
