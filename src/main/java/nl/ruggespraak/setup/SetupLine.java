package nl.ruggespraak.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one thing that a network needs stands.
 *
 * @param key of its texts: {@code setup.title.<key>}, and {@code setup.open.<key>} or {@code setup.press.<key>} where there is something to do
 * @param sentence key of the sentence that says how it stands
 * @param arguments of the sentence
 * @param page where it is done; null when there is none
 * @param button address that a button sends a form to; null when there is none
 */
public record SetupLine(
        String key,
        State state,
        String sentence,
        List<Object> arguments,
        @Nullable String page,
        @Nullable String button) {

    private static final int NAMED = 5;

    public SetupLine(String key, State state, String sentence, Object... arguments) {
        this(key, state, sentence, List.of(arguments), null, null);
    }

    /** The same, with the page where it is done. */
    public SetupLine at(String address) {
        return new SetupLine(key, state, sentence, arguments, address, button);
    }

    /** The same, with a button that sends a form to this address. */
    public SetupLine pressing(String address) {
        return new SetupLine(key, state, sentence, arguments, page, address);
    }

    /** The first names, for a sentence that ends with {@code {1,choice,0#|0< and {1} more}}, and how many are not among them. */
    public static Object[] bounded(List<String> names) {
        return new Object[] {
            String.join(", ", names.subList(0, Math.min(NAMED, names.size()))), Math.max(0, names.size() - NAMED)
        };
    }

    /** How it stands. */
    public enum State {
        DONE,
        /** No meeting fails for it, but somebody should look. */
        DOUBTFUL,
        /** Without it there is no meeting, or nobody hears of it. */
        MISSING
    }
}
