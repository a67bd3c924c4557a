package nl.ruggespraak.people;

/** In which order people stand in a list: as in a Dutch directory, where "van der Berg" stands under the B, without regard for accents. */
public final class JdbcNameOrder {

    private static final String APOSTROPHE = "(''|’|‘|`)";

    /** Words before a surname, as the Dutch population register lists the usual ones. */
    private static final String WORDS =
            "(aan|af|al|auf|aus|bij|da|dal|de|del|della|den|der|des|di|do|dos|du|el|het|in|la|las|le|les|los|onder|op|over|te|ten|ter"
                    + "|tho|tot|uijt|uit|van|vanden|vander|ver|vom|von|voor|zu|zum|zur|v[.]|v[.]? ?d[.]?|v/d)";

    private static final String SURNAME = "regexp_replace(%1$s.last_name, '^(" + WORDS + " +|" + APOSTROPHE
            + "[nst] +|[dl]" + APOSTROPHE + " *)+', '', 'i')";

    private JdbcNameOrder() {}

    /** What follows "order by" for the row of the table of persons that a statement calls so. */
    public static String of(String person) {
        return ("ruggespraak.folded(" + SURNAME + "), ruggespraak.folded(%1$s.last_name), %1$s.first_name, %1$s.key")
                .replace("%1$s", person);
    }
}
