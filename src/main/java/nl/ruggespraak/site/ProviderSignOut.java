package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Signs out at the identity provider too, when somebody came by it and it says where. */
class ProviderSignOut extends OidcClientInitiatedLogoutSuccessHandler {

    private static final String NEXT = ProviderSignOut.class.getName();

    ProviderSignOut(ClientRegistrationRepository registrations, String signedOut) {
        super(registrations);
        setDefaultTargetUrl(signedOut);
        setPostLogoutRedirectUri("{baseUrl}" + signedOut);
    }

    /** For the web apps, which ask by a script and then open our page: that page goes on to the provider. */
    LogoutSuccessHandler later() {
        return (request, response, authentication) -> keep(request, response, authentication);
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut) {
        String address = signedOut == null ? "" : determineTargetUrl(request, response, signedOut);
        if (address.contains("://")) {
            request.getSession().setAttribute(NEXT, address);
        }
    }

    /** Where the page after a sign-out goes on to, if anywhere; once. */
    static @Nullable String next(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NEXT) instanceof String address)) {
            return null;
        }
        session.removeAttribute(NEXT);
        return address;
    }
}
