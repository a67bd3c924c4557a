package nl.ruggespraak.privacy;

import nl.ruggespraak.database.GuidedDatabase;
import nl.ruggespraak.database.OnGuidedDatabase;

/** As one role that owns the database, which is called as our schema. */
@OnGuidedDatabase(GuidedDatabase.ONE_ROLE)
class ErasePersonAsOneRoleTests extends ErasePersonTests {}
