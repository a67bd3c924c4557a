package nl.ruggespraak.ask;

import java.time.Instant;
import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;

/** Tells the process engine what happened to the ask rounds of a cycle. */
public interface AskRoundProcess {

    /** These colleagues are asked from now on. */
    void opened(Meeting meeting, MeetingCycle cycle, List<String> colleagues);

    /** The rounds of a cycle are closed: at most so many of those that are still open end now. */
    void closed(String cycle, int atMost);

    /** This colleague has left: the open round in this cycle ends now. */
    void left(String cycle, String colleague);

    /** Asks close at another moment: at most so many open rounds that do not know it yet learn it now. */
    void moved(String cycle, Instant asksCloseAt, int atMost);
}
