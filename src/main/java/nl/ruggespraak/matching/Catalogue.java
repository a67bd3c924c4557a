package nl.ruggespraak.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The regions and occupations from which people choose. */
public interface Catalogue {

    /** All regions, by name. */
    List<Region> regions();

    /** All occupations, by name. */
    List<Occupation> occupations();

    /** Which of these keys of regions exist, with their names, in one query. */
    Map<String, String> regionNames(Collection<String> keys);

    /** Which of these keys of occupations exist, with their names, in one query. */
    Map<String, String> occupationNames(Collection<String> keys);

    /** The keys of all occupations that fit this one, itself included: those of its field. */
    Set<String> fitting(String occupation);
}
