package nl.ruggespraak.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import nl.ruggespraak.audit.AuditEntry;
import nl.ruggespraak.shared.SpreadsheetCell;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the trail as a file for spreadsheets: UTF-8 that says so, and no text that is taken for a formula. */
class AuditCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String[] HEADER = {"at", "person", "name", "action", "subject", "organisation", "details"};

    private final CSVPrinter printer;
    private final DateTimeFormatter moments;

    AuditCsv(Writer out, ZoneId zone) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(out);
        this.moments = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
    }

    void write(AuditEntry entry) {
        try {
            printer.printRecord(Stream.of(
                            moments.format(entry.at()),
                            entry.actor(),
                            entry.actorName(),
                            entry.action().name(),
                            entry.subject(),
                            entry.organisation(),
                            entry.details())
                    .map(SpreadsheetCell::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() throws IOException {
        printer.flush();
    }
}
