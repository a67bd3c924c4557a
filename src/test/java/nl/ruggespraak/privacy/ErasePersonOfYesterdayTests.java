package nl.ruggespraak.privacy;

import nl.ruggespraak.database.GuidedDatabase;
import nl.ruggespraak.database.OnGuidedDatabase;

/** Where an earlier version made the engine's tables in our schema. */
@OnGuidedDatabase(GuidedDatabase.ONE_ROLE_OF_YESTERDAY)
class ErasePersonOfYesterdayTests extends ErasePersonTests {}
