package nl.ruggespraak.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trail, to be read. */
public interface AuditEntries {

    /**
     * The newest entries that pass the filter, a page at a time: its cost does not depend on how long the trail is.
     *
     * @param olderThan id of the last entry of the page before; null for the first page
     */
    List<AuditEntry> newest(AuditFilter filter, @Nullable Long olderThan, int atMost);

    /** Names by key of the persons who are called so: by key, or by a part of the name. */
    Map<String, String> peopleCalled(String text, int atMost);

    /** Names of the organisations by key, in the order of their names. */
    Map<String, String> organisations();
}
