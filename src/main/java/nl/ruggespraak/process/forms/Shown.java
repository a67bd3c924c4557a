package nl.ruggespraak.process.forms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.people.Organisation;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks and leads as forms show them: names where the domain has keys. */
@Component
class Shown {

    private final Catalogue catalogue;
    private final People people;

    Shown(Catalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
    }

    List<ShownAsk> asks(List<Ask> asks, Words words) {
        CatalogueNames occupations = catalogue.occupationNames(
                asks.stream().map(Ask::occupation).filter(Objects::nonNull).collect(Collectors.toSet()));
        CatalogueNames regions = catalogue.regionNames(
                asks.stream().map(Ask::region).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> colleagues = names(asks.stream().map(Ask::colleague).collect(Collectors.toSet()));
        return asks.stream()
                .map(ask -> new ShownAsk(
                        ask.id(),
                        ask.kind().name(),
                        words.of("askKind", ask.kind()),
                        ask.title(),
                        ask.details(),
                        occupations.of(ask.occupation(), words.language()),
                        regions.of(ask.region(), words.language()),
                        ask.headcount(),
                        words.date(ask.availableFrom()),
                        colleagues.getOrDefault(ask.colleague(), ask.colleague()),
                        ask.candidate(),
                        ask.pitch(),
                        words.date(ask.agreedOn()),
                        ask.hasGround(),
                        ask.late()))
                .toList();
    }

    ShownLead lead(Lead lead, Words words) {
        return new ShownLead(
                lead.id(),
                lead.kind().name(),
                words.of("leadKind", lead.kind()),
                lead.title(),
                lead.details(),
                occupation(lead.occupation(), words),
                region(lead.region(), words),
                lead.headcount(),
                words.date(lead.startsOn()),
                organisation(lead.organisation()),
                lead.contact());
    }

    /** The names of these persons, by key. */
    Map<String, String> names(Collection<String> persons) {
        return people.all(persons).values().stream().collect(Collectors.toMap(Person::key, Person::name));
    }

    String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    @Nullable
    String occupation(@Nullable String key, Words words) {
        return catalogue.occupationNames(Stream.ofNullable(key).toList()).of(key, words.language());
    }

    @Nullable
    String region(@Nullable String key, Words words) {
        return catalogue.regionNames(Stream.ofNullable(key).toList()).of(key, words.language());
    }

    /** The names of these occupations, by key. */
    CatalogueNames occupations(Collection<String> keys) {
        return catalogue.occupationNames(keys);
    }

    /** The names of these regions, by key. */
    CatalogueNames regions(Collection<String> keys) {
        return catalogue.regionNames(keys);
    }

    @Nullable
    String organisation(@Nullable String key) {
        return people.organisations().stream()
                .filter(organisation -> organisation.key().equals(key))
                .map(Organisation::name)
                .findFirst()
                .orElse(key);
    }

    /** An ask as a form shows it. */
    record ShownAsk(
            long id,
            String kind,
            String kindLabel,
            String title,
            String details,
            @Nullable String occupation,
            @Nullable String region,
            int headcount,
            @Nullable String availableFrom,
            String colleague,
            @Nullable String candidate,
            String pitch,
            @Nullable String agreedOn,
            boolean hasGround,
            boolean late) {

        /** For whom the name is of no use. */
        ShownAsk withoutName() {
            return new ShownAsk(
                    id,
                    kind,
                    kindLabel,
                    title,
                    details,
                    occupation,
                    region,
                    headcount,
                    availableFrom,
                    colleague,
                    null,
                    pitch,
                    agreedOn,
                    hasGround,
                    late);
        }
    }

    /** A lead as a form shows it. */
    record ShownLead(
            long id,
            String kind,
            String kindLabel,
            String title,
            String details,
            @Nullable String occupation,
            @Nullable String region,
            int headcount,
            @Nullable String startsOn,
            @Nullable String organisation,
            String contact) {}
}
