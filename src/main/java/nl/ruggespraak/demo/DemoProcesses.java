package nl.ruggespraak.demo;

import java.util.Set;

/** What the engine keeps of the demo, and the accounts with which people sign in. */
public interface DemoProcesses {

    /** The demo has been removed from the tables: these meetings and cycles, organisations, people and networks are no more. */
    void removed(
            Set<String> meetings,
            Set<String> cycles,
            Set<String> organisations,
            Set<String> people,
            Set<String> networks);

    /** Whether this person signs in with the own user name for a password. */
    boolean hasDefaultPassword(String person);

    /** From now on nobody signs in with the own user name for a password: whose password it is has none until they are given one. */
    void endDefaultPasswords();
}
