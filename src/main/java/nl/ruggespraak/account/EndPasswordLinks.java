package nl.ruggespraak.account;

import java.time.Clock;
import java.util.Collection;
import nl.ruggespraak.people.AccountChanges;
import org.springframework.stereotype.Component;

/** Ends the links to choose a password that were sent before: whoever holds one may be whom the change was to keep out. */
@Component
class EndPasswordLinks implements AccountChanges {

    private final JdbcPasswordLinks links;
    private final Clock clock;

    EndPasswordLinks(JdbcPasswordLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void changed(Collection<String> persons) {
        links.end(persons, clock.instant());
    }
}
