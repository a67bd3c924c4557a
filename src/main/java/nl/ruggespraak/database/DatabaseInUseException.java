package nl.ruggespraak.database;

import java.nio.file.Path;

/** Another application runs on this folder. */
class DatabaseInUseException extends RuntimeException {

    DatabaseInUseException(Path folder) {
        super("Ruggespraak is already running on the data in " + folder
                + ": stop it first, or start this one in another working folder.");
    }
}
