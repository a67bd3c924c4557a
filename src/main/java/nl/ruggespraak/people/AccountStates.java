package nl.ruggespraak.people;

import java.util.Collection;
import java.util.Map;

/** How far people are with their accounts. */
public interface AccountStates {

    /** Of each of these persons, in two statements. */
    Map<String, AccountState> of(Collection<String> persons);
}
