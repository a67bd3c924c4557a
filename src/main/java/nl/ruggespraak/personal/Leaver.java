package nl.ruggespraak.personal;

import java.time.Instant;
import java.util.Collection;

/**
 * A colleague who is erased.
 *
 * @param key the key until now
 * @param former the key from now on, which says nothing
 * @param emails the address until now, in all of its spellings; none when somebody else has it, too
 * @param phone the number until now, empty when there was none
 * @param firstName what stands in the place of the first name, in the installation's language
 * @param lastName likewise
 * @param at when
 */
public record Leaver(
        String key,
        String former,
        Collection<String> emails,
        String phone,
        String firstName,
        String lastName,
        Instant at) {}
