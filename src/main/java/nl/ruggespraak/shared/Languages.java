package nl.ruggespraak.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that people are spoken to in. English is the one that everything is written in first. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale DUTCH = Locale.forLanguageTag("nl");
    public static final List<Locale> SPOKEN = List.of(ENGLISH, DUTCH);

    private Languages() {}

    /** Whether it is one of ours, whatever its country: nl-BE is Dutch. */
    public static boolean areSpoken(Locale language) {
        return spoken(language).isPresent();
    }

    /** The first that is one of ours, or else English. */
    public static Locale firstSpoken(List<Locale> wished) {
        return wished.stream()
                .flatMap(language -> spoken(language).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<Locale> spoken(Locale language) {
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(language.getLanguage()))
                .findFirst();
    }
}
