package nl.ruggespraak.matching;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.ruggespraak.shared.Languages;
import org.jspecify.annotations.Nullable;

/** What regions or occupations are called, by key. */
public record CatalogueNames(Map<String, Name> names) {

    /** What one of them is called in either language. */
    public record Name(String english, String dutch) {

        /** In this language, and in English where that is neither. */
        public String in(Locale language) {
            return language.getLanguage().equals(Languages.DUTCH.getLanguage()) ? dutch : english;
        }
    }

    /** What this one is called in this language; nothing when there is no key, the key itself when nobody knows it. */
    public @Nullable String of(@Nullable String key, Locale language) {
        Name name = key == null ? null : names.get(key);
        return name == null ? key : name.in(language);
    }

    /** The keys that exist. */
    public Set<String> keys() {
        return names.keySet();
    }
}
