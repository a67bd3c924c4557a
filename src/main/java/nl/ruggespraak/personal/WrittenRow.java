package nl.ruggespraak.personal;

import org.jspecify.annotations.Nullable;

/**
 * A row whose words are all about certain asks.
 *
 * @param table as it is declared
 * @param key as the table is declared to be {@linkplain PersonalTable#key() found by}
 * @param cycle key of its cycle
 * @param text its words
 * @param alsoAboutOthers whether other people's words stand in it as well
 */
public record WrittenRow(String table, String key, @Nullable String cycle, String text, boolean alsoAboutOthers) {}
