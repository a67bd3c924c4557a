package nl.ruggespraak.calendar;

import java.util.List;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.stereotype.Component;

/** Who has which entry: keys only. */
@Component
class CalendarPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("ruggespraak.calendar_copy")
                .references("person", "organizer")
                .nothing("key of a meeting or a cycle", "appointment"));
    }
}
