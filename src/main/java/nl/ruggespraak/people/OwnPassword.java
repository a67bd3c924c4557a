package nl.ruggespraak.people;

/** The password with which somebody signs in. */
public interface OwnPassword {

    /** Whether this is the person's password now. A wrong one is a guess, and is counted. */
    boolean isNow(String person, String password);

    /**
     * Sets another one.
     *
     * @throws nl.ruggespraak.shared.Refusal with the field {@code password} when it breaks the rules for passwords
     */
    void set(String person, String password);
}
