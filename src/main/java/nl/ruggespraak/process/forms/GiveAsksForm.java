package nl.ruggespraak.process.forms;

import java.time.Clock;
import java.util.Objects;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import org.springframework.stereotype.Component;

/** Give asks: what the representative wrote, and whether it is late already. */
@Component
class GiveAsksForm implements FormContent {

    private final Meetings meetings;
    private final Clock clock;

    GiveAsksForm(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "userTask_giveAsks";
    }

    @Override
    public String asker(OpenTask task) {
        return meetings.cycle(task.businessKey()).representative();
    }

    @Override
    public Content content(OpenTask task) {
        MeetingCycle cycle = meetings.cycle(task.businessKey());
        return new Content(
                Objects.requireNonNullElse(cycle.announcement(), ""),
                clock.instant().isAfter(task.meeting().dates().asksCloseAt()));
    }

    record Content(String announcement, boolean late) {}
}
