package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what is too large or comes too slowly, before anything is done with it. A form is taken in as a whole first: where the server cannot read one to its end
 * it would go on with fewer fields, or none, as if they had been left empty.
 */
class RequestBounds extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            HttpStatus refused = BodyRefused.isNoted(request) ? null : unreadable(request);
            if (refused != null) {
                refuse(response, refused);
                return;
            }
            if (!BodyRefused.isNoted(request)) {
                chain.doFilter(request, response);
            }
        } catch (ServletException | IOException | RuntimeException e) {
            if (!BodyRefused.isNoted(request)) {
                throw e;
            }
        }
        BodyRefused refused = BodyRefused.noted(request);
        if (refused != null) {
            refuse(response, refused.status());
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.sendError(status.value());
        }
    }

    private static @Nullable HttpStatus unreadable(HttpServletRequest request) {
        if (!isForm(request.getContentType())) {
            return null;
        }
        request.getParameterMap();
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
            return null;
        }
        String reason = String.valueOf(request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR));
        return switch (reason) {
            case "POST_TOO_LARGE", "TOO_MANY_PARAMETERS" -> HttpStatus.PAYLOAD_TOO_LARGE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }

    private static boolean isForm(@Nullable String type) {
        return type != null
                && (type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                        || type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
    }
}
