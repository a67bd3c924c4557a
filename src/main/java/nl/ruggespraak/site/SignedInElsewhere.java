package nl.ruggespraak.site;

import nl.ruggespraak.people.Person;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** One of our persons, for whom the identity provider of the organisation vouched. */
class SignedInElsewhere extends DefaultOidcUser {

    private final String key;
    private final IdentityProvider provider;

    SignedInElsewhere(OidcUser user, Person person, IdentityProvider provider) {
        super(SignIn.authorities(person.roles()), user.getIdToken(), user.getUserInfo());
        this.key = person.key();
        this.provider = provider;
    }

    /** The key of the person, whatever the provider calls them. */
    @Override
    public String getName() {
        return key;
    }

    IdentityProvider provider() {
        return provider;
    }
}
