package nl.ruggespraak.people;

import java.util.Collection;

/** Those who must know that somebody has another password or another mail address than before, whoever changed it. */
public interface AccountChanges {

    /** These persons have, in the transaction of the caller. */
    void changed(Collection<String> persons);
}
