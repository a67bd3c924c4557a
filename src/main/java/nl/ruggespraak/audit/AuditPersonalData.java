package nl.ruggespraak.audit;

import java.util.List;
import nl.ruggespraak.personal.PersonalData;
import nl.ruggespraak.personal.PersonalTable;
import org.springframework.stereotype.Component;

/** The trail keeps the keys of persons, for it can never be changed; who that was, nothing tells any more. */
@Component
class AuditPersonalData implements PersonalData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("ruggespraak.audit")
                .nothing(
                        "stays: the account that must be given; a key that leads to nobody any more",
                        "actor",
                        "subject")
                .nothing("a constant, a key of an organisation, numbers", "action", "organisation", "details"));
    }
}
