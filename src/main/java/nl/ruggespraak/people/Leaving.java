package nl.ruggespraak.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Those who must know when people leave, once what waited for these persons alone, their {@link Duties}, has gone to others. */
public interface Leaving {

    /** These persons take part no longer, in the transaction of the caller; what is known of them is still there. */
    void left(Collection<String> persons);

    /** These persons take part still, but have lost roles, in the transaction of the caller. */
    default void rolesEnded(Map<String, Set<HeldRole>> ended) {}
}
