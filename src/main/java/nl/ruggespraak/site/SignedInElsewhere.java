package nl.ruggespraak.site;

import java.util.Set;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** One of our persons, for whom the identity provider of the organisation vouched. */
class SignedInElsewhere extends DefaultOidcUser {

    private final String key;
    private final String organisation;
    private final IdentityProvider provider;

    SignedInElsewhere(OidcUser user, Person person, IdentityProvider provider) {
        super(SignIn.authorities(person.roles()), user.getIdToken(), user.getUserInfo());
        this.key = person.key();
        this.organisation = String.valueOf(person.organisation());
        this.provider = provider;
    }

    /** The key of the person, whatever the provider calls them. */
    @Override
    public String getName() {
        return key;
    }

    /** Whether the provider may still vouch for this person, as things are now, for the organisation that it spoke of then. */
    boolean isStillAdmitted(Person person, Set<Role> roles) {
        return provider.admits(organisation, person, roles);
    }
}
