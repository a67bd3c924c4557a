package nl.ruggespraak.meeting.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.ruggespraak.meeting.MeetingDates;
import nl.ruggespraak.shared.DateInWords;
import org.jspecify.annotations.Nullable;

/**
 * One of a meeting's dates, as it is and as it would be.
 *
 * @param key of the name: {@code meetings.date.<key>}
 * @param after null when nothing would move
 * @param over whether the moment after is over already: what was to happen then happens at once
 */
record PlannedDate(String key, String before, @Nullable String after, boolean over) {

    private enum Kind {
        ANNOUNCE(MeetingDates::announceAt),
        REMIND(MeetingDates::remindAt),
        ASKS_CLOSE(MeetingDates::asksCloseAt),
        START(MeetingDates::startsAt),
        LEADS(MeetingDates::leadsDueAt),
        RESULTS(MeetingDates::reportPeriodEndsAt),
        EVALUATE(MeetingDates::evaluateAt);

        private final Function<MeetingDates, Instant> date;

        Kind(Function<MeetingDates, Instant> date) {
            this.date = date;
        }
    }

    /** All dates that people wait for. */
    static List<PlannedDate> of(
            MeetingDates before, @Nullable MeetingDates after, ZoneId zone, Locale language, Instant now) {
        return Arrays.stream(Kind.values())
                .map(kind -> new PlannedDate(
                        kind.name(),
                        DateInWords.of(kind.date.apply(before), zone, language),
                        after == null ? null : DateInWords.of(kind.date.apply(after), zone, language),
                        after != null && !kind.date.apply(after).isAfter(now)))
                .toList();
    }
}
