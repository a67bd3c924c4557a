package nl.ruggespraak.meeting;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** How a cycle goes on before its meeting. Each step is taken once; a step that comes too late is not taken. */
@Component
public class CycleProgress {

    private final JdbcMeetings meetings;
    private final Clock clock;

    CycleProgress(JdbcMeetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** The meeting has been announced to the colleagues with these words; false when it was before, or is off. */
    public boolean announced(String cycle, String announcement) {
        return meetings.announced(cycle, announcement, clock.instant());
    }

    /** It has been chosen which asks are carried; false when it was before, or is off. */
    public boolean briefed(String cycle) {
        return meetings.moveCycle(cycle, CycleStatus.BRIEFED, CycleStatus.ANNOUNCED);
    }
}
