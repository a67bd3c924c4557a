package nl.ruggespraak.site;

import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What somebody sends is not read to its end. Not an {@link java.io.IOException}: the server would take what was read until then for the whole. */
class BodyRefused extends RuntimeException {

    private static final String ATTRIBUTE = BodyRefused.class.getName();

    private final HttpStatus status;

    private BodyRefused(HttpStatus status) {
        super(status.toString(), null, false, false);
        this.status = status;
    }

    /** Notes it with the request, so that it is answered whoever catches this on its way. */
    static BodyRefused of(HttpStatus status, Request request) {
        BodyRefused refused = new BodyRefused(status);
        request.setAttribute(ATTRIBUTE, refused);
        return refused;
    }

    static boolean isNoted(ServletRequest request) {
        return noted(request) != null;
    }

    static @Nullable BodyRefused noted(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BodyRefused refused ? refused : null;
    }

    HttpStatus status() {
        return status;
    }
}
