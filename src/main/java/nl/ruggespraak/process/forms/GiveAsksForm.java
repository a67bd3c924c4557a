package nl.ruggespraak.process.forms;

import java.time.Clock;
import nl.ruggespraak.ask.StandardAnnouncement;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Component;

/** Give asks: what the representative wrote, and whether it is late already. */
@Component
class GiveAsksForm implements FormContent {

    private final Meetings meetings;
    private final People people;
    private final StandardAnnouncement standard;
    private final Clock clock;

    GiveAsksForm(Meetings meetings, People people, StandardAnnouncement standard, Clock clock) {
        this.meetings = meetings;
        this.people = people;
        this.standard = standard;
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
                standard.asReadIn(task.words().language(), cycle, task.meeting(), people.get(cycle.representative())),
                clock.instant().isAfter(task.meeting().dates().asksCloseAt()));
    }

    record Content(String announcement, boolean late) {}
}
