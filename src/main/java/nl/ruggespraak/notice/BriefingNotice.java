package nl.ruggespraak.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the representative along what is carried, and the link to note down what is brought back: for the telephone, at the meeting. */
@Service
public class BriefingNotice {

    /** A telephone shows no more than this well; all of them are on the page. */
    private static final int MOST_ASKS = 20;

    private final Letters letters;
    private final Meetings meetings;
    private final Asks asks;
    private final Names names;
    private final People people;

    BriefingNotice(Letters letters, Meetings meetings, Asks asks, Names names, People people) {
        this.letters = letters;
        this.meetings = meetings;
        this.asks = asks;
        this.names = names;
        this.people = people;
    }

    /** Posts it, once for each cycle and representative. */
    @Transactional
    public void send(String cycle) {
        MeetingCycle briefed = meetings.cycle(cycle);
        Meeting meeting = meetings.get(briefed.meeting());
        List<Ask> carried = asks.carried(cycle);
        Letter letter = letters.begin("briefing", cycle, people.get(briefed.representative()), meeting)
                .of(cycle);
        letters.post(List.of(letter.subject(meeting.title(), letter.meetingDay())
                .say("opening", meeting.title())
                .meeting(names.of(meeting))
                .heading("asks", carried.size())
                .listed(inShort(letter, carried))
                .items(".statements", meeting.statements())
                .say("note")
                .action("record", Purpose.RECORD_LEADS, cycle, Map.of())));
    }

    private List<String> inShort(Letter letter, List<Ask> carried) {
        List<Ask> first = carried.stream().limit(MOST_ASKS).toList();
        Map<String, Person> colleagues =
                people.all(first.stream().map(Ask::colleague).collect(Collectors.toSet()));
        List<String> lines = new ArrayList<>();
        for (Ask ask : first) {
            Person colleague = colleagues.get(ask.colleague());
            lines.add(colleague == null ? ask.title() : letter.words("ask", ask.title(), colleague.name()));
        }
        if (carried.size() > first.size()) {
            lines.add(letter.words("more", carried.size() - first.size()));
        }
        return lines;
    }
}
