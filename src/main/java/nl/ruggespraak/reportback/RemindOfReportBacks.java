package nl.ruggespraak.reportback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import nl.ruggespraak.meeting.Meetings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a colleague is reminded of: several answers, sent on one day, are reminded of by one mail a week later, not by one
 * each.
 */
@Component
public class RemindOfReportBacks {

    /** Reminders come every week. What was named so few days ago needs no other one yet, though one may have been late by a day. */
    private static final int QUIET_DAYS = 5;

    private final JdbcReportBacks reportBacks;
    private final Meetings meetings;
    private final Clock clock;

    RemindOfReportBacks(JdbcReportBacks reportBacks, Meetings meetings, Clock clock) {
        this.reportBacks = reportBacks;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * Marks as reminded, and returns, what the colleague is to be reminded of now that the reminder of this report-back is due: that one
     * first; none when it was named already, needs no reminder any more, or the colleague has stopped its reminders.
     */
    @Transactional
    public List<Long> due(long reportBack) {
        ZoneId zone = meetings.ofCycle(reportBacks.get(reportBack).cycle()).zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant quietSince = today.minusDays(QUIET_DAYS).atStartOfDay(zone).toInstant();
        return reportBacks.remind(reportBack, now, today, quietSince).stream()
                .sorted(Comparator.comparing((Long id) -> id != reportBack).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
