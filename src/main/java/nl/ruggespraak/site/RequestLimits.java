package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps floods away from the pages that are open to everybody, from the forms, and from the one place where a signed-in person can try passwords. */
class RequestLimits extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** Open without signing in, but for the sign-in form, which has limits of its own. */
    private static final RequestMatcher LINKS = new OrRequestMatcher(
            PATH.matcher("/a/**"),
            PATH.matcher("/r/**"),
            PATH.matcher("/l/**"),
            PATH.matcher("/oauth2/**"),
            PATH.matcher("/login/oauth2/**"));

    private static final RequestMatcher PASSWORDS = new OrRequestMatcher(
            PATH.matcher(HttpMethod.PUT, "/engine-rest/user/*/credentials/**"),
            PATH.matcher(HttpMethod.PUT, "/engine-rest/engine/*/user/*/credentials/**"),
            PATH.matcher(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/*/credentials/**"));

    /** Forms that are fetched, and whatever is sent by one; not what web apps and programs otherwise ask by POST. */
    private static final RequestMatcher FORMS = new OrRequestMatcher(
            PATH.matcher("/forms/**"),
            PATH.matcher("/camunda/api/engine/engine/*/task/*/submit-form/**"),
            PATH.matcher("/camunda/api/engine/engine/*/process-definition/*/submit-form/**"),
            PATH.matcher("/camunda/api/engine/engine/*/process-definition/key/*/submit-form/**"),
            RequestLimits::sentByAPage);

    private final Allowance linksPerAddress;
    private final Allowance formsPerPerson;
    private final Allowance passwordsPerPerson;

    RequestLimits(Limits limits, Clock clock) {
        this.linksPerAddress = new Allowance(limits.linksPerAddress(), clock);
        this.formsPerPerson = new Allowance(limits.formsPerPerson(), clock);
        this.passwordsPerPerson = new Allowance(limits.passwordChangesPerPerson(), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = Optional.empty();
        boolean password = PASSWORDS.matches(request);
        if (password) {
            wait = passwordsPerPerson.take(who(request));
        } else if (LINKS.matches(request)) {
            wait = linksPerAddress.take(ClientAddress.of(request.getRemoteAddr()));
        } else if (FORMS.matches(request)) {
            wait = formsPerPerson.take(who(request));
        }
        if (wait.isPresent()) {
            TooMany.answer(response, wait.get());
            return;
        }
        chain.doFilter(request, response);
        if (password && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            passwordsPerPerson.giveBack(who(request));
        }
    }

    private static boolean sentByAPage(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                // A ministry that comes to work at nine has one address.
                && !SecurityConfiguration.SIGN_IN.equals(request.getRequestURI())
                && !request.getRequestURI().startsWith("/camunda/")
                && !request.getRequestURI().startsWith("/engine-rest");
    }

    private static String who(HttpServletRequest request) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken
                ? ClientAddress.of(request.getRemoteAddr())
                : "person " + person.getName();
    }
}
