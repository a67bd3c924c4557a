package nl.ruggespraak.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a person, as it was typed; each is empty when nothing was.
 *
 * @param person the user name
 * @param organisation key of the organisation
 * @param roles names of roles, as {@code ADVISER} and {@code CHAIR@sam}
 */
public record PersonEntry(
        String person,
        String organisation,
        String firstName,
        String lastName,
        String email,
        String phone,
        String language,
        String deputy,
        List<String> roles) {

    /** What is known of somebody. */
    public static PersonEntry of(Person person) {
        return new PersonEntry(
                person.key(),
                orEmpty(person.organisation()),
                person.firstName(),
                person.lastName(),
                person.email(),
                orEmpty(person.phone()),
                person.language().getLanguage(),
                orEmpty(person.deputy()),
                person.heldRoles().stream().sorted().map(HeldRole::name).toList());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
