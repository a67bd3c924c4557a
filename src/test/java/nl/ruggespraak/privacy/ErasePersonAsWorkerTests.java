package nl.ruggespraak.privacy;

import nl.ruggespraak.database.GuidedDatabase;
import nl.ruggespraak.database.OnGuidedDatabase;

/** Where the application does not own our tables. */
@OnGuidedDatabase(GuidedDatabase.OWNER_AND_WORKER)
class ErasePersonAsWorkerTests extends ErasePersonTests {}
