package nl.ruggespraak.languages;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of one language, as they lie in their file. */
final class MessageFile {

    private static final Path FOLDER = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("^([A-Za-z][^=:\\s]*)\\s*[=:]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private final String text;
    private final Properties sentences = new Properties();

    private MessageFile(String text) {
        this.text = text;
        try {
            sentences.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageFile english() {
        return new MessageFile(Sources.read(FOLDER.resolve("messages.properties")));
    }

    static MessageFile of(Locale language) {
        return new MessageFile(Sources.read(FOLDER.resolve("messages_" + language.getLanguage() + ".properties")));
    }

    static MessageFile saying(String text) {
        return new MessageFile(text);
    }

    Set<String> keys() {
        return new TreeSet<>(sentences.stringPropertyNames());
    }

    String sentence(String key) {
        return sentences.getProperty(key, "");
    }

    /** The keys as they are written, one by one. */
    List<String> written() {
        List<String> keys = new ArrayList<>();
        boolean goesOn = false;
        for (String line : text.lines().toList()) {
            if (!goesOn) {
                KEY.matcher(line).results().map(found -> found.group(1)).forEach(keys::add);
            }
            goesOn = line.endsWith("\\") && !line.startsWith("#");
        }
        return keys;
    }

    /** Which arguments a sentence uses. It must be a pattern of {@link MessageFormat}, which throws otherwise. */
    Set<String> arguments(String key) {
        String pattern = sentence(key);
        int most = new MessageFormat(pattern).getFormatsByArgumentIndex().length;
        Set<String> used = ARGUMENT.matcher(pattern.replaceAll("'[^']+'", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (used.size() < most && !used.contains(String.valueOf(most - 1))) {
            throw new IllegalArgumentException(key + ": an argument is within quotes");
        }
        return used;
    }

    /** An apostrophe that is neither doubled nor a quote around something would be lost. */
    boolean losesAnApostrophe(String key) {
        return Pattern.compile("'+")
                .matcher(sentence(key))
                .results()
                .map(MatchResult::group)
                .anyMatch(apostrophes -> apostrophes.length() % 2 == 1);
    }
}
