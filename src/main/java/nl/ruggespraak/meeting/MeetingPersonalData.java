package nl.ruggespraak.meeting;

import java.util.List;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.stereotype.Component;

/** Meetings are the network's; what a representative announces is the organisation's. */
@Component
class MeetingPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("ruggespraak.meeting")
                        .ofTitles()
                        .foundBy("t.key")
                        .ofMeeting("t.key")
                        .references("planned_by")
                        .texts("title", "topic", "location", "cancel_reason")
                        .nothing("keys of no person", "key", "network", "host", "region")
                        .nothing("a constant", "status"),
                PersonalTable.of("ruggespraak.meeting_statement")
                        .ofTitles()
                        .foundBy("t.meeting || '/' || t.place")
                        .ofMeeting("t.meeting")
                        .texts("text")
                        .nothing("key of a meeting", "meeting"),
                PersonalTable.of("ruggespraak.meeting_cycle")
                        .foundBy("t.key")
                        .ofCycle("t.key")
                        .references("representative")
                        .texts("announcement")
                        .nothing("keys of no person", "key", "meeting", "organisation")
                        .nothing("a constant", "status"),
                PersonalTable.of("ruggespraak.representative_request")
                        .foundBy("t.key")
                        .ofCycle("t.key")
                        .references("asked")
                        .nothing("keys of no person", "key", "meeting", "organisation"));
    }
}
