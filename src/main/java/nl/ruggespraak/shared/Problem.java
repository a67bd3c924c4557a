package nl.ruggespraak.shared;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

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

    /** The field that it concerns; in a row, the one of the row: it is called so, or else it is in the key, {@code refusal.<field>.<what>}. */
    public String concerns() {
        return row == null
                ? field
                : arguments.stream()
                        .filter(MessageSourceResolvable.class::isInstance)
                        .map(MessageSourceResolvable.class::cast)
                        .map(MessageSourceResolvable::getDefaultMessage)
                        .findFirst()
                        .orElseGet(() -> message.split("\\.", -1)[1]);
    }

    /** The sentence alone, on one line, as it stands beside its field. */
    public String sentence(MessageSource messages, Locale language) {
        return String.valueOf(messages.getMessage(message, arguments.toArray(), message, language))
                .replaceAll("\\s*\\R\\s*", " ");
    }

    /** The sentence, told of its row. */
    public String sentenceOfRow(MessageSource messages, Locale language) {
        String sentence = sentence(messages, language);
        return row == null ? sentence : messages.getMessage("refusal.row", new Object[] {row, sentence}, language);
    }
}
