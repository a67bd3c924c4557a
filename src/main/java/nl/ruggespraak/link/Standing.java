package nl.ruggespraak.link;

/** How a link stands. All but the last two follow from what happened to its purpose, whoever did it and wherever. */
public enum Standing {
    /** The person can answer. */
    OPEN,
    /** The person will be asked at a moment that has not come. */
    LATER,
    /** The person has answered, by this link or otherwise. */
    ANSWERED,
    /** Nobody can answer any more, or somebody else does. */
    OVER,
    EXPIRED,
    /** The person asked that it stops working, or has left. */
    REVOKED
}
