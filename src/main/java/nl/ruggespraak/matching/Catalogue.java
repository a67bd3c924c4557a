package nl.ruggespraak.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The regions and occupations from which people choose. */
public interface Catalogue {

    /** In letters, of what an occupation or a region may be called. */
    int LONGEST_NAME = 120;

    /** How many choices are offered while somebody types. */
    int MOST_OFFERED = 8;

    /** Something to choose. */
    record Suggestion(String key, String name) {}

    /** All regions that are offered, by name in this language. */
    List<Region> regions(Locale language);

    /** All occupations that are offered, by name in this language. */
    List<Occupation> occupations(Locale language);

    /** Which of these keys of regions exist, with their names, in one query. */
    CatalogueNames regionNames(Collection<String> keys);

    /** Which of these keys of occupations exist, with their names, in one query. */
    CatalogueNames occupationNames(Collection<String> keys);

    /**
     * What is called like this, best first: in either language, by any of its names, with small faults of spelling. Only what is offered.
     *
     * @param typed what somebody has typed so far; fewer than two letters find nothing
     * @param language in which the names are told
     */
    List<Suggestion> like(CatalogueKind kind, String typed, Locale language, int most);

    /** Names of what is called like this, for a form's field of the kind's name; none for other fields. */
    default List<String> offered(String field, String words, Locale language) {
        return Arrays.stream(CatalogueKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(field))
                .flatMap(kind -> like(kind, words, language, MOST_OFFERED).stream())
                .map(Suggestion::name)
                .distinct()
                .toList();
    }

    /**
     * The keys of what people chose or wrote: a key is itself, words are what is called exactly so in either language, and what nobody knows
     * is kept as it was written, for an administrator to see. Blank ones are left out.
     *
     * @param said keys and words, each at most {@link #LONGEST_NAME} letters
     */
    Map<String, String> keys(CatalogueKind kind, Collection<String> said);

    /** The keys of all occupations that fit this one, itself included: those of its field. */
    Set<String> fitting(String occupation);
}
