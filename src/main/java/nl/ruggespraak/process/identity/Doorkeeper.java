package nl.ruggespraak.process.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.people.Role;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses what is not in {@link Door#TABLE} to everybody but administrators, before the engine hears of it. */
class Doorkeeper extends OncePerRequestFilter {

    private final IdentityService identity;
    private final MessageSource messages;
    private final LocaleResolver languages;
    private final ObjectMapper json;

    Doorkeeper(IdentityService identity, MessageSource messages, LocaleResolver languages, ObjectMapper json) {
        this.identity = identity;
        this.messages = messages;
        this.languages = languages;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal principal = request.getUserPrincipal();
        if (principal != null && lets(principal.getName(), request.getMethod(), Door.within(path(request)))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String sentence = messages.getMessage("rights.administratorsOnly", null, languages.resolveLocale(request));
        json.writeValue(response.getOutputStream(), Map.of("type", "AuthorizationException", "message", sentence));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private boolean lets(String person, String method, @Nullable List<String> path) {
        if (path == null) {
            return is(person, Role.ADMINISTRATOR);
        }
        List<Door> doors =
                Door.TABLE.stream().filter(door -> door.leads(method, path)).toList();
        return doors.stream().anyMatch(door -> door.role() == null)
                || doors.stream().anyMatch(door -> door.role() != null && is(person, door.role()))
                || is(person, Role.ADMINISTRATOR);
    }

    /** Now, not when the person signed in. */
    private boolean is(String person, Role role) {
        return identity.createGroupQuery()
                        .groupId(role.group())
                        .groupMember(person)
                        .count()
                > 0;
    }
}
