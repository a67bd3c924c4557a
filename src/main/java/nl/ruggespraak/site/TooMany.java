package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried more often than is allowed, and is asked to wait. */
class TooMany extends AuthenticationException {

    private final Duration wait;

    TooMany(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    static void answer(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(wait.plusMillis(999).toSeconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    void answer(HttpServletResponse response) throws IOException {
        answer(response, wait);
    }
}
