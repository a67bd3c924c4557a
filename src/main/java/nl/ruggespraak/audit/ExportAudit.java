package nl.ruggespraak.audit;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator takes a part of the trail along. */
@Component
public class ExportAudit {

    private static final int PAGE = 1_000;

    private final AuditEntries entries;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ExportAudit(AuditEntries entries, AuditTrail audit, TransactionTemplate transaction) {
        this.entries = entries;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Hands out everything that passes the filter, newest first, and records that it did. It reads a page at a time, so that a slow reader
     * holds no connection to the database.
     *
     * @param filteredBy the names of the fields that are filtered by; not what was typed into them
     */
    public void export(AuditFilter filter, List<String> filteredBy, Consumer<AuditEntry> reader) {
        transaction.executeWithoutResult(status -> audit.record(
                Action.AUDIT_EXPORTED,
                "audit",
                null,
                filteredBy.isEmpty() ? "everything" : "filtered by " + String.join(", ", filteredBy)));
        @Nullable Long last = null;
        List<AuditEntry> page;
        do {
            page = entries.newest(filter, last, PAGE);
            page.forEach(reader);
            last = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }
}
