package nl.ruggespraak.personal;

/** What a column holds of persons, and with that how it is erased. */
public enum Holds {
    /** The key of a person, as a reference that follows when the person gets another key ({@code on update cascade}). */
    REFERENCE,

    /** The key of a person, alone or as a part of a longer key, which its owner replaces exactly. */
    KEY,

    /** The name, address or number of the person whose row it is: it goes with that person, and is nobody else's. */
    NAME,

    /** What people wrote or were written, in which a person may be named: only the name is replaced, where it is chosen. */
    TEXT,

    /** Nothing of a person, or what has to stay; the declaration says why. */
    NOTHING
}
