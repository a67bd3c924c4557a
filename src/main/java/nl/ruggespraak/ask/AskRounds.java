package nl.ruggespraak.ask;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to all colleagues of a cycle: each call takes the next batch, in a transaction of its own, so that the cost per colleague
 * stays the same whether there are ten or ten thousand. A batch that is taken twice does nothing the second time.
 */
@Component
public class AskRounds {

    private final JdbcAsks asks;
    private final Meetings meetings;
    private final AskRoundProcess process;
    private final Clock clock;

    AskRounds(JdbcAsks asks, Meetings meetings, AskRoundProcess process, Clock clock) {
        this.asks = asks;
        this.meetings = meetings;
        this.process = process;
        this.clock = clock;
    }

    /** Asks the next colleagues. */
    @Transactional
    public void openNext(String cycle) {
        MeetingCycle opening = meetings.cycle(cycle);
        List<String> colleagues = asks.open(cycle, clock.instant(), Batches.SIZE);
        process.opened(meetings.get(opening.meeting()), opening, colleagues);
    }

    /** Closes the next rounds that are still open: whoever has not answered is not heard any more. */
    @Transactional
    public void closeNext(String cycle) {
        asks.close(cycle, Batches.SIZE);
        process.closed(cycle, Batches.SIZE);
    }

    /** The next colleagues who have not answered; each is named once. When asks have closed meanwhile it is too late for anybody. */
    @Transactional
    public List<String> remindNext(String cycle) {
        Instant now = clock.instant();
        return now.isBefore(meetings.ofCycle(cycle).dates().asksCloseAt())
                ? asks.remind(cycle, now, Batches.SIZE)
                : List.of();
    }

    /** The next colleagues who were asked for a date that has changed since; open rounds get their new deadline. */
    @Transactional
    public List<String> tellNewDateNext(String cycle) {
        Meeting meeting = meetings.ofCycle(cycle);
        process.moved(cycle, meeting.dates().asksCloseAt(), Batches.SIZE);
        return asks.tellRevision(cycle, meeting.revision(), Batches.SIZE);
    }

    /** The next colleagues who were asked for a meeting that is off. */
    @Transactional
    public List<String> tellCancellationNext(String cycle) {
        return asks.tellCancelled(cycle, Batches.SIZE);
    }
}
