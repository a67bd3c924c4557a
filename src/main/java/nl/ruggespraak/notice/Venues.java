package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.People;
import org.springframework.stereotype.Component;

/** Names where meetings are. */
@Component
class Venues {

    private final People people;
    private final Catalogue catalogue;

    Venues(People people, Catalogue catalogue) {
        this.people = people;
        this.catalogue = catalogue;
    }

    Venue of(Meeting meeting) {
        String region =
                catalogue.regionNames(List.of(meeting.region())).getOrDefault(meeting.region(), meeting.region());
        return new Venue(people.organisation(meeting.host()).name(), region);
    }
}
