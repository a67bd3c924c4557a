package nl.ruggespraak.site;

/** Which account is meant by what somebody types. */
interface AccountNames {

    /** The name of the account; what was typed, where that is nobody's. */
    String account(String typed);
}
