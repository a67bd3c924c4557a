package nl.ruggespraak.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Puts a {@link SentBody} before everything that reads a request: the server itself reads parameters and parts past all filters. */
class BodyValve extends ValveBase {

    private final BodyLimits limits;
    private final int mostWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    BodyValve(BodyLimits limits, int threads) {
        super(true);
        this.limits = limits;
        this.mostWaiting = Math.max(1, threads * 4 / 5);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long most = limits.most(request.getMethod(), path(request)).toBytes();
        InputBuffer asSent = request.getCoyoteRequest().getInputBuffer();
        SentBody body = new SentBody(request, most, limits, waiting, mostWaiting);
        if (request.getContentLengthLong() > most) {
            BodyRefused.of(HttpStatus.PAYLOAD_TOO_LARGE, request);
        }
        request.getCoyoteRequest().setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            request.getCoyoteRequest().setInputBuffer(asSent);
            // Who asks first whether to send has not begun yet, and goes by the answer.
            if (request.getHeader(HttpHeaders.EXPECT) == null && !request.isAsync()) {
                body.discardRest();
            }
        }
    }

    private static String path(Request request) {
        String whole = request.getDecodedRequestURI();
        String context = request.getContextPath();
        return whole == null ? "" : context == null ? whole : whole.substring(context.length());
    }
}
