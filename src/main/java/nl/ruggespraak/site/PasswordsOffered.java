package nl.ruggespraak.site;

import nl.ruggespraak.people.Person;
import org.springframework.stereotype.Component;

/** Who signs in with a password of ours: everybody but those for whom the identity provider of their organisation vouches. */
@Component
public class PasswordsOffered {

    private final IdentityProviders providers;

    PasswordsOffered(IdentityProviders providers) {
        this.providers = providers;
    }

    public boolean to(Person person) {
        String organisation = person.organisation();
        return organisation == null
                || providers.oidc().values().stream()
                        .noneMatch(provider ->
                                provider.serves(organisation) && provider.admits(organisation, person, person.roles()));
    }
}
