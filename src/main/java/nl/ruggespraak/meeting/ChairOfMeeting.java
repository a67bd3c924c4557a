package nl.ruggespraak.meeting;

import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.shared.Refusal;
import org.springframework.stereotype.Component;

/** Knows who leads a meeting: the chairs of its network, and in the name of whom its mails go out. */
@Component
public class ChairOfMeeting {

    private final Meetings meetings;
    private final People people;

    ChairOfMeeting(Meetings meetings, People people) {
        this.meetings = meetings;
        this.people = people;
    }

    /**
     * The person in whose name mails of the meeting go out, and who is told how it stands: who planned it, while that person leads the network. Else
     * it is the first of the network's chairs; where there is none, only the planner's name is left.
     */
    public Person of(Meeting meeting) {
        Person planner = people.get(meeting.plannedBy());
        return planner.leads(meeting.network())
                ? planner
                : people.chairs(meeting.network()).stream().findFirst().orElse(planner);
    }

    /**
     * Lets chairs of the meeting's network and administrators go on.
     *
     * @throws Refusal when it is anybody else
     */
    public void refuseOthers(String meeting, String person) {
        String network = meetings.get(meeting).network();
        if (people.find(person).filter(each -> each.leads(network)).isEmpty()) {
            throw Refusal.of("meeting", "refusal.meeting.notLed");
        }
    }
}
