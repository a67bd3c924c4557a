package nl.ruggespraak.shared;

import java.util.Set;

/** Addresses for tests. */
public final class Addresses {

    private Addresses() {}

    /** What an installation takes that nobody has set up otherwise. */
    public static EmailAddresses usual() {
        return new EmailAddresses(false, Set.of("localhost"));
    }

    /** What one takes whose mail server offers SMTPUTF8. */
    public static EmailAddresses inAnyScript() {
        return new EmailAddresses(true, Set.of("localhost"));
    }

    public static EmailAddress of(String address) {
        try {
            return inAnyScript().read(address);
        } catch (UnusableAddress unusable) {
            throw new IllegalArgumentException(address, unusable);
        }
    }
}
