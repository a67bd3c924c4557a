package nl.ruggespraak.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A place where a person is found, with as much of the text as it takes to judge it. Places that read alike are one, with their number.
 *
 * @param id tells it from all others; another one as soon as a text in it has changed
 * @param label what kind of text it is, as the last part of the key of a message
 * @param organisation whose it is, by key
 * @param meeting that it belongs to, by key
 * @param before what stands before the name
 * @param name as it stands there; empty when all of it is about the person without a name
 * @param after what stands after it
 * @param whole whether all words go, not the name alone
 * @param doubt why it may be about somebody else; those are not proposed
 * @param count how often
 */
public record Place(
        String id,
        String label,
        @Nullable String organisation,
        @Nullable String meeting,
        String before,
        String name,
        String after,
        boolean whole,
        @Nullable Doubt doubt,
        int count) {

    /** Whether it is proposed to erase it. */
    public boolean isSure() {
        return doubt == null;
    }
}
