package nl.ruggespraak.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a file would change.
 *
 * @param key of the person, or of the organisation when the line brings that only
 * @param fields of the person that change, by the headings of the file
 */
public record PeopleChange(
        int line,
        Kind kind,
        String key,
        String name,
        @Nullable String organisation,
        List<String> fields,
        List<HeldRole> granted,
        List<HeldRole> ended) {

    /** What happens. */
    public enum Kind {
        NEW,
        CHANGED,
        LEAVES
    }
}
