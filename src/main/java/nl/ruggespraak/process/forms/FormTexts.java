package nl.ruggespraak.process.forms;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills the texts into the forms' HTML when they are deployed, in the installation's language: forms hold keys only. */
@Component
public class FormTexts {

    private static final Pattern KEY = Pattern.compile("#\\{(form\\.[A-Za-z0-9.-]+)}");

    private final MessageSource messages;
    private final Locale language;

    public FormTexts(MessageSource messages, @Value("${ruggespraak.language:en}") Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /**
     * The form with its texts.
     *
     * @throws org.springframework.context.NoSuchMessageException when a text is missing
     */
    public String fill(String html) {
        return KEY.matcher(html)
                .replaceAll(key -> Matcher.quoteReplacement(
                        HtmlUtils.htmlEscape(messages.getMessage(key.group(1), null, language), "UTF-8")));
    }
}
