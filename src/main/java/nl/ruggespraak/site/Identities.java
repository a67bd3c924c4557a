package nl.ruggespraak.site;

import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.Role;

/** Who may come in, as the identity service knows it. */
public interface Identities {

    /** Whether this is the password of that account; no for an account that is not there. */
    boolean opens(String user, String password);

    /** The roles that somebody has now; nothing when there is no such account any more. */
    Optional<Set<Role>> roles(String user);

    /** Makes the account of a person, with its groups and its tenant, as our tables say. */
    void follow(String person);
}
