package nl.ruggespraak.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person whose present address does not work: no mail server can be given it, or the newest answer about it was a lasting no. A new address, or a
 * mail that is taken, ends it.
 *
 * @param person key
 * @param organisation name; null for those who work for the network itself
 * @param answer of the mail server; null when it cannot even be asked
 */
public record RefusedAddress(
        String person,
        String name,
        @Nullable String organisation,
        String address,
        @Nullable Answer answer) {

    /**
     * What the mail server said.
     *
     * @param mail id of the mail that was refused
     */
    public record Answer(long mail, String reason, Instant since) {}
}
