package nl.ruggespraak.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.shared.EmailAddresses;

/**
 * What somebody types to say who they are: a user name or a mail address, in any case of letters.
 *
 * @param typed without white space around it
 * @param addresses spellings of one mail address, in lower case; none when it is none
 */
public record SignInName(String typed, Set<String> addresses) {

    /** No mail address is longer (RFC 5321), and no user name. */
    private static final int LONGEST = 254;

    /** Nothing when it can be nobody's. */
    public static Optional<SignInName> read(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Set<String> addresses = name.contains("@")
                ? EmailAddresses.spellings(name).stream()
                        .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                : Set.of();
        return Optional.of(new SignInName(name, addresses));
    }
}
