package nl.ruggespraak.people;

import nl.ruggespraak.database.DatabaseKind;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demo: the network of the story is there, on the embedded database. Only then do people sign in with their user name for a password, and
 * sees everybody the mails to them in the mailbox. It ends for good when an administrator removes it.
 */
@Component
public class Demo {

    private final DatabaseKind database;
    private final JdbcDemo told;

    Demo(DatabaseKind database, JdbcDemo told) {
        this.database = database;
        this.told = told;
    }

    public boolean isThere() {
        return database == DatabaseKind.EMBEDDED && told.isThere();
    }
}
