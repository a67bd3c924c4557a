package nl.ruggespraak.site;

import java.util.Locale;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.SignInName;
import org.springframework.stereotype.Component;

/** Tells which account somebody means who types a user name or a mail address, in any case of letters. */
@Component
class SignInNames implements AccountNames {

    private final People people;
    private final Identities identities;

    SignInNames(People people, Identities identities) {
        this.people = people;
        this.identities = identities;
    }

    /** Whoever shares a mail address is found by the user name only. */
    @Override
    public String account(String typed) {
        return SignInName.read(typed)
                .map(name -> people.signsInAs(name)
                        .orElseGet(() -> identities.roles(name.typed()).isPresent()
                                ? name.typed()
                                : name.typed().toLowerCase(Locale.ROOT)))
                .orElse(typed);
    }
}
