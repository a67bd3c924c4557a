package nl.ruggespraak.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has not arrived, and whose address does not work. */
public interface Deliveries {

    /** The mails of a meeting cycle that have not arrived, newest first. */
    List<Undelivered> undelivered(String cycle, int most);

    /** How many mails of a meeting cycle have not arrived. */
    int countUndelivered(String cycle);

    /** Those of these persons whose address is refused, by key. */
    Map<String, RefusedAddress> refused(Collection<String> persons);

    /**
     * Everybody whose address is refused, by key.
     *
     * @param sought part of a key, a name or an address, in whatever case
     * @param after only those behind this key
     */
    List<RefusedAddress> refused(String sought, @Nullable String after, int most);

    /** The cycle of an organisation in a meeting, if there is one. */
    Optional<Cycle> cycle(String meeting, String organisation);

    /**
     * A meeting cycle, as far as its mails need a heading.
     *
     * @param title of the meeting
     * @param representative key of the person
     */
    record Cycle(String key, String title, String representative) {}
}
