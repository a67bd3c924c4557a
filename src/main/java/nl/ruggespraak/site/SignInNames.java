package nl.ruggespraak.site;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.people.People;
import nl.ruggespraak.shared.EmailAddresses;
import org.springframework.stereotype.Component;

/** Tells which account somebody means who types a user name or a mail address, in any case of letters. */
@Component
class SignInNames implements AccountNames {

    /** No mail address is longer (RFC 5321), and no user name. */
    private static final int LONGEST = 254;

    private final People people;
    private final Identities identities;

    SignInNames(People people, Identities identities) {
        this.people = people;
        this.identities = identities;
    }

    /** Whoever shares a mail address is found by the user name only. */
    @Override
    public String account(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            return typed;
        }
        Set<String> addresses = name.contains("@")
                ? EmailAddresses.spellings(name).stream()
                        .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                : Set.of();
        return people.signsInAs(name, addresses)
                .orElseGet(() -> identities.roles(name).isPresent() ? name : name.toLowerCase(Locale.ROOT));
    }
}
