package nl.ruggespraak.privacy;

/** Why a place may not be about the person who is erased. */
public enum Doubt {
    /** The name goes on there, or begins before. */
    LONGER_NAME,
    /** Only the first name stands there. */
    FIRST_NAME,
    /** What everybody knows a meeting by. */
    MEETING_TITLE,
    /** It is the material of an organisation where the person does not belong, as far as is known. */
    OTHER_ORGANISATION,
    /** It is no organisation's, but the network's. */
    NETWORK,
    /** Somebody else there has the same name, address or number. */
    NAMESAKE
}
