package nl.ruggespraak.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file with people that was sent in.
 *
 * @param lines of the file, without headings
 * @param done accounts that follow the new tables by now, while it is applied
 * @param failure why it could not be applied; the key of a sentence
 */
public record PeopleImport(
        long id,
        String file,
        Instant uploadedAt,
        Status status,
        int lines,
        int done,
        @Nullable String failure) {

    /** How far it is. */
    public enum Status {
        CHECKED,
        APPLYING,
        APPLIED,
        FAILED
    }
}
