package nl.ruggespraak.people;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes organisations, persons and roles into a file that {@link ImportPeople} reads back without a change. */
@Component
public class ExportPeople {

    private final JdbcPeopleImports imports;

    ExportPeople(JdbcPeopleImports imports) {
        this.imports = imports;
    }

    /** The whole file, as UTF-8 text with a byte order mark. */
    @Transactional(readOnly = true)
    public void write(Appendable out) throws IOException {
        try (Stream<PersonLine> lines = imports.everything()) {
            PeopleCsv.write(lines, out);
        }
    }
}
