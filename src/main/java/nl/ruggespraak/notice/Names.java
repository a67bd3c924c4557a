package nl.ruggespraak.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueNames;
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
        return new Venue(
                people.organisation(meeting.host()).name(),
                catalogue.regionNames(List.of(meeting.region())),
                meeting.region());
    }

    Counterpart of(Lead lead) {
        return new Counterpart(
                lead.organisation() == null
                        ? null
                        : people.organisation(lead.organisation()).name(),
                catalogue.occupationNames(Stream.ofNullable(lead.occupation()).toList()),
                catalogue.regionNames(Stream.ofNullable(lead.region()).toList()));
    }

    /** Where a meeting is: the host organisation and the region. */
    record Venue(String host, CatalogueNames regions, String regionKey) {

        String region(Locale language) {
            return String.valueOf(regions.of(regionKey, language));
        }
    }

    /** Whom and what a lead is about. */
    record Counterpart(@Nullable String organisation, CatalogueNames occupations, CatalogueNames regions) {}
}
