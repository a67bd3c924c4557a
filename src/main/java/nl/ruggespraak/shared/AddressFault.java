package nl.ruggespraak.shared;

/** Why no mail server can be given what somebody typed as a mail address. The sentences are {@code refusal.address.<name>}. */
public enum AddressFault {
    MISSING,
    /** A character that does not show, e.g. a zero-width space, or one that turns the direction of reading. */
    UNSEEN,
    MAILTO,
    /** A name beside the address. */
    NAME,
    SEVERAL,
    QUOTED,
    COMMENT,
    SPACE,
    COMMA,
    AT_MISSING,
    AT_TWICE,
    LOCAL_MISSING,
    DOMAIN_MISSING,
    /** The number of a computer for a domain. */
    NUMBER,
    DOTS,
    DOT_FIRST,
    DOT_BEFORE_AT,
    DOT_AFTER_AT,
    DOT_LAST,
    LOCAL_TOO_LONG,
    /** A letter beyond a to z before the @, which a mail server without SMTPUTF8 cannot be told. */
    LOCAL_LETTER,
    LOCAL_CHARACTER,
    DOMAIN_CHARACTER,
    HYPHEN,
    LABEL_TOO_LONG,
    TOO_LONG,
    /** Letters of several scripts in one name, of which one can be taken for another. */
    SCRIPTS,
    /** What the rules for international domains do not allow. */
    INTERNATIONAL,
    NO_DOT,
    /** Something rarer that the rules of mail addresses do not allow. */
    OTHER
}
