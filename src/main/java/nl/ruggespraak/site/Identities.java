package nl.ruggespraak.site;

import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.Role;

/** Who may come in, as the identity service knows it. */
public interface Identities {

    /** Whether this is the password of that account; no for an account that is not there. */
    boolean opens(String user, String password);

    /** The account as it is now; nothing when there is none any more. */
    Optional<Account> account(String user);

    /** The roles that somebody has now; nothing when there is no such account any more. */
    default Optional<Set<Role>> roles(String user) {
        return account(user).map(Account::roles);
    }

    /** Makes the account of a person, with its groups and its tenant, as our tables say. */
    void follow(String person);

    /**
     * What is known of an account.
     *
     * @param passwordMark the same as long as the password is the same; it tells nothing of the password
     */
    record Account(Set<Role> roles, String passwordMark) {}
}
