package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks, at each request in a session, whether its account is still there and which roles it has now. The session of somebody who
 * no longer takes part ends, and the request goes on as a stranger's.
 */
class AccountNow extends OncePerRequestFilter {

    /** In a session, under this name: with which password it began. Who changes the own password takes it out, and the same request puts the new one in. */
    static final String PASSWORD_MARK = AccountNow.class.getName() + ".password";

    private final Identities identities;
    private final People people;

    AccountNow(Identities identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered != null && !(remembered instanceof AnonymousAuthenticationToken)) {
            Authentication now = now(remembered, request);
            if (now == null) {
                new SecurityContextLogoutHandler().logout(request, response, remembered);
            } else {
                SecurityContextHolder.setContext(new SecurityContextImpl(now));
            }
        }
        chain.doFilter(request, response);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof UsernamePasswordAuthenticationToken now) {
            noteNewPassword(now.getName(), request);
        }
    }

    private void noteNewPassword(String user, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(PASSWORD_MARK) == null) {
            identities.account(user).ifPresent(now -> session.setAttribute(PASSWORD_MARK, now.passwordMark()));
        }
    }

    private @Nullable Authentication now(Authentication remembered, HttpServletRequest request) {
        String user = remembered.getName();
        Optional<Person> person = people.find(user);
        if (person.isPresent() && !person.get().active()) {
            return null;
        }
        Identities.Account account = identities.account(user).orElse(null);
        if (account == null) {
            return null;
        }
        Set<Role> roles = account.roles();
        if (remembered instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof SignedInElsewhere principal) {
            return person.isPresent() && principal.isStillAdmitted(person.get(), roles)
                    ? new OAuth2AuthenticationToken(
                            principal, SignIn.authorities(roles), token.getAuthorizedClientRegistrationId())
                    : null;
        }
        if (hasAnotherPassword(account, request)) {
            return null;
        }
        UsernamePasswordAuthenticationToken now =
                UsernamePasswordAuthenticationToken.authenticated(user, null, SignIn.authorities(roles));
        now.setDetails(remembered.getDetails());
        return now;
    }

    /** Another password ends the sessions that began with the one before, on whatever node. The session in which it was changed is told. */
    private static boolean hasAnotherPassword(Identities.Account account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && !account.passwordMark().equals(session.getAttribute(PASSWORD_MARK));
    }
}
