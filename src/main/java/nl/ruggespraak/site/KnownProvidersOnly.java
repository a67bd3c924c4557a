package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Leads to the identity providers that there are. Any other name is an address like others that are not here; Spring Security would fail on it, and say so in the log at length. */
class KnownProvidersOnly implements OAuth2AuthorizationRequestResolver {

    private final ClientRegistrationRepository registrations;
    private final OAuth2AuthorizationRequestResolver questions;

    KnownProvidersOnly(ClientRegistrationRepository registrations, OAuth2AuthorizationRequestResolver questions) {
        this.registrations = registrations;
        this.questions = questions;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        String path = request.getRequestURI();
        return isKnown(path.substring(path.lastIndexOf('/') + 1)) ? questions.resolve(request) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return isKnown(registration) ? questions.resolve(request, registration) : null;
    }

    private boolean isKnown(String registration) {
        return !registration.isEmpty() && registrations.findByRegistrationId(registration) != null;
    }
}
