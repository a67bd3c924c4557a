package nl.ruggespraak.site;

import nl.ruggespraak.people.Person;
import nl.ruggespraak.site.RefusedElsewhere.Reason;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Signs in whom an identity provider vouches for, once Spring Security has checked the code, the state, the nonce and the signed token. */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService claims = new OidcUserService();
    private final IdentityProviders providers;
    private final AdmitPerson admitPerson;

    OidcSignIn(IdentityProviders providers, AdmitPerson admitPerson) {
        this.providers = providers;
        this.admitPerson = admitPerson;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        IdentityProvider provider = providers.of(request.getClientRegistration().getRegistrationId());
        OidcUser user = claims.loadUser(request);
        Person person = admitPerson.admit(provider, user.getClaims());
        if (person.roles().isEmpty()) {
            throw new RefusedElsewhere(Reason.NO_ROLE);
        }
        return new SignedInElsewhere(user, person, provider);
    }
}
