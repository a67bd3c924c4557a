package nl.ruggespraak.ask;

import java.util.Collection;
import java.util.Set;

/** Tells colleagues that their representative asks once more. */
public interface Nudges {

    /**
     * The representative asks these colleagues once more.
     *
     * @param words the representative's own; may be empty
     * @return who is told: the others were told something of this kind today
     */
    Set<String> nudged(String cycle, Collection<String> colleagues, String words);
}
