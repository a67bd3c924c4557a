package nl.ruggespraak.matching;

import java.util.ArrayList;
import java.util.List;

/** Aliases as rows for one statement. */
final class AliasRows {

    private final List<String> keys = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();

    /** What one occupation or region is also called. */
    void add(String key, List<String> english, List<String> dutch) {
        english.forEach(alias -> add(key, "en", alias));
        dutch.forEach(alias -> add(key, "nl", alias));
    }

    private void add(String key, String language, String alias) {
        keys.add(key);
        languages.add(language);
        aliases.add(alias);
    }

    String[] keys() {
        return keys.toArray(String[]::new);
    }

    String[] languages() {
        return languages.toArray(String[]::new);
    }

    String[] aliases() {
        return aliases.toArray(String[]::new);
    }
}
