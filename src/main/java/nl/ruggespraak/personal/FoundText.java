package nl.ruggespraak.personal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in which a person is named.
 *
 * @param key of the row
 * @param organisation whose material it is; none: the network's
 * @param meeting that it belongs to, if any
 * @param person whom the words are addressed to, if anybody
 * @param text all of it
 * @param hits where in it, in order
 */
public record FoundText(
        PersonalTable table,
        String column,
        String key,
        @Nullable String organisation,
        @Nullable String meeting,
        @Nullable String person,
        String text,
        List<Sought.Hit> hits) {}
