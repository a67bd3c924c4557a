package nl.ruggespraak.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By which a page knows whether a person is still as it showed that person. */
public final class PersonVersion {

    private PersonVersion() {}

    /** Another one for each other state of what administrators change. */
    public static String of(Person person) {
        String state = PersonEntry.of(person) + " " + person.active();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
