package nl.ruggespraak.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ruggespraak.shared.EmailAddress;
import nl.ruggespraak.shared.EmailAddresses;
import nl.ruggespraak.shared.UnusableAddress;
import nl.ruggespraak.shared.UnusableSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who sends all mails: {@code Ruggespraak <ruggespraak@example.org>}, or an address alone. */
@Component
class Sender {

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("\\s*(.*?)\\s*<([^<>]*)>\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

    private final String name;
    private final EmailAddress address;

    Sender(
            @Value("${ruggespraak.mail.from:Ruggespraak <ruggespraak@localhost>}") String from,
            EmailAddresses addresses,
            MessageSource messages,
            @Value("${ruggespraak.language:en}") Locale language) {
        Matcher both = NAME_AND_ADDRESS.matcher(from);
        boolean named = both.matches();
        this.name = named ? QUOTED.matcher(both.group(1)).replaceAll("$1").replaceAll("\\\\(.)", "$1") : "";
        try {
            this.address = addresses.read(named ? both.group(2) : from);
        } catch (UnusableAddress unusable) {
            throw new UnusableSetting(
                    "RUGGESPRAAK_MAIL_FROM: " + unusable.problem("from").sentence(messages, language));
        }
    }

    /** Empty when only the address is known. */
    String name() {
        return name;
    }

    EmailAddress address() {
        return address;
    }
}
