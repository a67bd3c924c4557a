package nl.ruggespraak.people;

/**
 * In which order people stand in a list: as in a Dutch directory, where "van der Berg" stands under the B, without regard for accents. Which words before a
 * surname do not count says {@code ruggespraak.sorts_by} in the database, by which an index is sorted.
 */
public final class JdbcNameOrder {

    private JdbcNameOrder() {}

    /** What follows "order by" for the row of the table of persons that a statement calls so. */
    public static String of(String person) {
        return "ruggespraak.sorts_by(%1$s.last_name), ruggespraak.folded(%1$s.last_name), %1$s.first_name, %1$s.key"
                .replace("%1$s", person);
    }
}
