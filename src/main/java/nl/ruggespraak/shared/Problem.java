package nl.ruggespraak.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a person typed.
 *
 * @param field the form field, e.g. {@code asks}
 * @param row the row of a list, from 1; null when the field is no list
 * @param message key of the sentence in {@code messages.properties}
 * @param arguments what the sentence is filled with, as {@link java.text.MessageFormat} counts them; the row is not among them
 */
public record Problem(String field, @Nullable Integer row, String message, List<Object> arguments) {

    /** A problem with a plain field. */
    public static Problem of(String field, String message, Object... arguments) {
        return new Problem(field, null, message, List.of(arguments));
    }

    /** A problem with a row of a list, told as "Row 2: …". */
    public static Problem inRow(String field, int row, String message, Object... arguments) {
        return new Problem(field, row, message, List.of(arguments));
    }
}
