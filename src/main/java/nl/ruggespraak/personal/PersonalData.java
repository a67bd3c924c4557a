package nl.ruggespraak.personal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What one feature keeps of persons: every column of its tables that can hold words, and how it forgets. A test compares the declarations
 * with the migrated database.
 */
public interface PersonalData {

    /** Stands where a text was; one that every language reads. */
    String ERASED = "—";

    /** Its tables. */
    List<PersonalTable> tables();

    /** The next asks about candidates whose cycle was evaluated before; locked, and those that are locked are left out. */
    default List<CandidateAsk> asksEvaluatedBefore(Instant moment, int atMost) {
        return List.of();
    }

    /** The asks about a candidate who is called so, and not merely named alike. */
    default List<CandidateAsk> asksAbout(Sought candidate) {
        return List.of();
    }

    /** Rows, of whatever table, that were written about these asks. */
    default List<WrittenRow> writtenAbout(Collection<CandidateAsk> asks) {
        return List.of();
    }

    /** Takes all words out of rows of one of its own tables. Kinds, numbers and dates of what happened stay. */
    default void empty(String table, Collection<String> keys, Instant at) {
        throw new UnsupportedOperationException("Rows of " + table + " are emptied by nobody");
    }

    /**
     * Writes texts of one column of its own tables anew, as long as they are as they were found.
     *
     * @return how many were written
     */
    default int rewrite(PersonalTable table, String column, List<Rewriting> rewritings, JdbcTexts texts) {
        return texts.rewrite(table, column, rewritings);
    }

    /**
     * Forgets a colleague: puts the new key where the old one does not follow by itself, and removes what only this person was served by.
     * The row of the person itself gets the new key before all others are asked.
     */
    default void forget(Leaver leaver) {}
}
