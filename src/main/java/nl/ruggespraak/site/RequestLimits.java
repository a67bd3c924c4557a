package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import nl.ruggespraak.site.Allowance.Attempt;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Keeps floods away from the pages that are open to everybody, from the forms, and from the one place where a signed-in person can try passwords. */
class RequestLimits extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    /** Open to whoever has the link. */
    private static final RequestMatcher LINKS = new OrRequestMatcher(
            PATH.matcher("/a/**"), PATH.matcher("/r/**"), PATH.matcher("/l/**"), PATH.matcher("/p/**"));

    private static final RequestMatcher LINK = PATH.matcher("/{path:[arlp]}/{token}/**");

    /** The steps of a sign-in by an identity provider. */
    private static final RequestMatcher ELSEWHERE =
            new OrRequestMatcher(PATH.matcher("/oauth2/**"), PATH.matcher("/login/oauth2/**"));

    private static final RequestMatcher PASSWORDS = new OrRequestMatcher(
            PATH.matcher(HttpMethod.POST, "/account/password"),
            PATH.matcher(HttpMethod.PUT, "/engine-rest/user/*/credentials/**"),
            PATH.matcher(HttpMethod.PUT, "/engine-rest/engine/*/user/*/credentials/**"),
            PATH.matcher(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/*/credentials/**"));

    private static final RequestMatcher FORGOTTEN = PATH.matcher(HttpMethod.POST, "/forgot-password");

    /** Forms that are fetched, and whatever is sent by one; not what web apps and programs otherwise ask by POST. */
    private static final RequestMatcher FORMS = new OrRequestMatcher(
            PATH.matcher("/forms/**"),
            PATH.matcher("/camunda/api/engine/engine/*/task/*/submit-form/**"),
            PATH.matcher("/camunda/api/engine/engine/*/process-definition/*/submit-form/**"),
            PATH.matcher("/camunda/api/engine/engine/*/process-definition/key/*/submit-form/**"),
            RequestLimits::sentByAPage);

    private final List<Links> links;
    private final Allowance requestsPerLink;
    private final Allowance wrongLinksPerAddress;
    private final Allowance elsewherePerAddress;
    private final Allowance forgottenPerAddress;
    private final Allowance formsPerPerson;
    private final Allowance passwordsPerPerson;

    RequestLimits(Limits limits, Clock clock, List<Links> links) {
        this.links = links;
        this.requestsPerLink = new Allowance(limits.requestsPerLink(), clock);
        this.wrongLinksPerAddress = new Allowance(limits.wrongLinksPerAddress(), clock);
        this.elsewherePerAddress = new Allowance(limits.signInElsewherePerAddress(), clock);
        this.forgottenPerAddress = new Allowance(limits.forgottenPasswordsPerAddress(), clock);
        this.formsPerPerson = new Allowance(limits.formsPerPerson(), clock);
        this.passwordsPerPerson = new Allowance(limits.passwordChangesPerPerson(), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PASSWORDS.matches(request)) {
            countFailure(passwordsPerPerson, who(request), WrongPassword::isNoted, request, response, chain);
        } else if (ELSEWHERE.matches(request)) {
            countFailure(
                    elsewherePerAddress, address(request), each -> ledBack(each, response), request, response, chain);
        } else {
            Optional<Duration> wait = take(request);
            if (wait.isPresent()) {
                TooMany.answer(response, wait.get());
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private Optional<Duration> take(HttpServletRequest request) {
        if (LINKS.matches(request)) {
            return takeOfLink(request);
        }
        if (FORGOTTEN.matches(request)) {
            return forgottenPerAddress.take(address(request));
        }
        return FORMS.matches(request) ? formsPerPerson.take(who(request)) : Optional.empty();
    }

    /** Whole organisations have one address: who has a link of their own is never counted together with others. */
    private Optional<Duration> takeOfLink(HttpServletRequest request) {
        Map<String, String> parts = LINK.matcher(request).getVariables();
        String path = parts.get("path");
        String token = parts.get("token");
        Optional<String> link = path == null || token == null
                ? Optional.empty()
                : links.stream()
                        .map(each -> each.number(path, token))
                        .filter(OptionalLong::isPresent)
                        .map(number -> path + number.getAsLong())
                        .findFirst();
        return link.map(requestsPerLink::take).orElseGet(() -> wrongLinksPerAddress.take(address(request)));
    }

    private static void countFailure(
            Allowance allowance,
            String who,
            Predicate<HttpServletRequest> failed,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try (Attempt attempt = allowance.begin(who)) {
            chain.doFilter(request, response);
            if (failed.test(request)) {
                attempt.fail();
            }
        } catch (TooMany tooMany) {
            tooMany.answer(response);
        }
    }

    /** A step that was not taken leads back to our own sign-in page. */
    private static boolean ledBack(HttpServletRequest request, HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (location == null) {
            return HttpStatus.valueOf(response.getStatus()).is4xxClientError();
        }
        UriComponents next = UriComponentsBuilder.fromUriString(location).build();
        return (request.getContextPath() + SecurityConfiguration.SIGN_IN).equals(next.getPath())
                && (next.getHost() == null || next.getHost().equals(request.getServerName()));
    }

    private static boolean sentByAPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals(HttpMethod.POST.name())
                // A ministry that comes to work at nine has one address.
                && !SecurityConfiguration.SIGN_IN.equals(path)
                && !path.startsWith("/camunda/")
                && !path.startsWith("/engine-rest");
    }

    private static String address(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr());
    }

    private static String who(HttpServletRequest request) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken
                ? address(request)
                : "person " + person.getName();
    }
}
