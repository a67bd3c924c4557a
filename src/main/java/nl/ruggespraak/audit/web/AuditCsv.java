package nl.ruggespraak.audit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import nl.ruggespraak.audit.AuditEntry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes the trail as a file for spreadsheets: UTF-8 that says so, and no text that is taken for a formula. */
class AuditCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
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
                    .map(AuditCsv::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() throws IOException {
        printer.flush();
    }

    /** An apostrophe before it makes a spreadsheet show what it would calculate. */
    static String harmless(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
