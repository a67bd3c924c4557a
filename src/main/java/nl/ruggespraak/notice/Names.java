package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the names of what others know by key. */
@Component
class Names {

    private final People people;
    private final Catalogue catalogue;

    Names(People people, Catalogue catalogue) {
        this.people = people;
        this.catalogue = catalogue;
    }

    Venue of(Meeting meeting) {
        return new Venue(people.organisation(meeting.host()).name(), String.valueOf(region(meeting.region())));
    }

    Counterpart of(Lead lead) {
        return new Counterpart(
                lead.organisation() == null
                        ? null
                        : people.organisation(lead.organisation()).name(),
                lead.occupation() == null
                        ? null
                        : catalogue.occupationNames(List.of(lead.occupation())).get(lead.occupation()),
                lead.region() == null ? null : region(lead.region()));
    }

    private @Nullable String region(String key) {
        return catalogue.regionNames(List.of(key)).getOrDefault(key, key);
    }

    /** Where a meeting is: the host organisation and the region. */
    record Venue(String host, String region) {}

    /** Whom and what a lead is about. */
    record Counterpart(
            @Nullable String organisation,
            @Nullable String occupation,
            @Nullable String region) {}
}
