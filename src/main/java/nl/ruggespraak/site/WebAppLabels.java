package nl.ruggespraak.site;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the web apps say, in English and Dutch: the vendor's English labels, over them ours in that language, and what our own scripts
 * in Tasklist say. So a label that we have not translated shows in English, also one that comes with a new version: by itself a web app
 * would show the name of its key.
 */
@RestController
class WebAppLabels {

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

    private static final String FILE = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

    private final ObjectMapper json;
    private final MessageSource messages;
    private final Map<String, LabelFile> english;
    private final Map<String, LabelFile> dutch;

    WebAppLabels(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
        this.english = inLanguage("en");
        this.dutch = inLanguage("nl");
    }

    /** Made once, and asked for at each start of a web app: unchanged, the browser keeps it. */
    @GetMapping("/camunda/app/{app:tasklist|cockpit|admin|welcome}/locales/{language:en|nl}.json")
    ResponseEntity<byte[]> labels(@PathVariable String app, @PathVariable String language) {
        LabelFile file = requireNonNull((language.equals("nl") ? dutch : english).get(app));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag(file.digest())
                .body(file.content());
    }

    private Map<String, LabelFile> inLanguage(String language) {
        return APPS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), app -> file(app, language)));
    }

    private LabelFile file(String app, String language) {
        ObjectNode file = read(app, "en");
        if (!language.equals("en")) {
            ObjectNode translated = read(app, language);
            file.withObject("/labels").setAll(translated.withObject("/labels"));
            if (translated.has("dateLocales")) {
                file.set("dateLocales", translated.get("dateLocales"));
            }
        }
        if (app.equals("tasklist")) {
            addOurOwn(file.withObject("/labels"), Locale.forLanguageTag(language));
        }
        try {
            byte[] content = json.writeValueAsBytes(file);
            return new LabelFile(content, DigestUtils.md5DigestAsHex(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addOurOwn(ObjectNode labels, Locale language) {
        for (String key : List.of(
                "tasklist.shortcut.claimTask",
                "tasklist.shortcut.focusFilter",
                "tasklist.shortcut.focusList",
                "tasklist.shortcut.focusForm",
                "tasklist.shortcut.startProcess")) {
            labels.put(key, messages.getMessage(key, null, language));
        }
    }

    private ObjectNode read(String app, String language) {
        String path = FILE.formatted(app, language);
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return json.readValue(file, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The web apps need their labels: " + path, e);
        }
    }

    private record LabelFile(byte[] content, String digest) {}
}
