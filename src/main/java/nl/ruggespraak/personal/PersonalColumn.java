package nl.ruggespraak.personal;

/**
 * One column that can hold words.
 *
 * @param name as the database calls it
 * @param holds what it holds of persons
 * @param why why it holds no more than that, or how it is erased
 */
public record PersonalColumn(String name, Holds holds, String why) {}
