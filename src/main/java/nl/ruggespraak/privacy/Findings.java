package nl.ruggespraak.privacy;

import java.util.List;

/**
 * Where a person is found.
 *
 * @param name of the person
 * @param places each to be chosen or not
 * @param alongs what goes along with the account, whatever is chosen: rows that hold the key
 */
public record Findings(String name, List<Place> places, List<Along> alongs) {

    /** So many rows of a kind. */
    public record Along(String label, long rows) {}

    /** What is proposed. */
    public List<String> sure() {
        return places.stream().filter(Place::isSure).map(Place::id).toList();
    }
}
