package nl.ruggespraak.people;

import java.util.Collection;
import java.util.Set;

/** Who has a password to sign in with. */
public interface PasswordHolders {

    /** Those of these persons who have an account, but no password. */
    Set<String> without(Collection<String> persons);

    /** How many accounts have a password. */
    long count();
}
