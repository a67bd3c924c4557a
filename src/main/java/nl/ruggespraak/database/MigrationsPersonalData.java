package nl.ruggespraak.database;

import java.util.List;
import java.util.stream.Stream;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.stereotype.Component;

/** The lists of migrations tell of scripts, and of the role of the database that ran them. */
@Component
class MigrationsPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return Stream.of("flyway_schema_history", "engine_schema_history")
                .map(list -> PersonalTable.of("ruggespraak." + list)
                        .nothing("of a script", "version", "description", "type", "script")
                        .nothing("a role of the database", "installed_by"))
                .toList();
    }
}
