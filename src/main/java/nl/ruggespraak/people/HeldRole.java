package nl.ruggespraak.people;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role as somebody has it. Most are of the person's own organisation; a chair's is of a network.
 *
 * @param network key of the network; null unless the role is a chair's
 */
public record HeldRole(Role role, @Nullable String network) implements Comparable<HeldRole>, Serializable {

    private static final Pattern NAME = Pattern.compile("([A-Za-z_-]+)(?:@([a-z][a-z0-9-]{1,39}))?");

    public HeldRole {
        if ((role == Role.CHAIR) == (network == null)) {
            throw new IllegalArgumentException(
                    role == Role.CHAIR
                            ? "A chair leads a network: say which, as in CHAIR@sam"
                            : "Only a chair leads a network, not who is " + role);
        }
    }

    /** The chair of a network. */
    public static HeldRole chairOf(String network) {
        return new HeldRole(Role.CHAIR, network);
    }

    /** Reads {@code ADVISER}, or {@code CHAIR@sam}. */
    public static HeldRole of(String name) {
        Matcher parts = NAME.matcher(name.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("There is no role " + name);
        }
        return new HeldRole(Role.valueOf(parts.group(1).toUpperCase(Locale.ROOT).replace('-', '_')), parts.group(2));
    }

    /** {@code ADVISER}, or {@code CHAIR@sam}. */
    public String name() {
        return network == null ? role.name() : role.name() + "@" + network;
    }

    @Override
    public int compareTo(HeldRole other) {
        int byRole = role.compareTo(other.role);
        return byRole == 0 ? name().compareTo(other.name()) : byRole;
    }

    @Override
    public String toString() {
        return name();
    }
}
