package nl.ruggespraak.site;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * The body of a request on its way to whoever reads it, be it for parameters, parts, or as it is. It ends with {@link BodyRefused} when it grows too large or comes
 * too slowly, and when too many others are waited for already.
 */
class SentBody implements InputBuffer {

    /** More than this is not taken in just to answer politely: the connection is closed. */
    private static final long MOST_DISCARDED = 128L << 20;

    private static final Duration GRACE_IN_A_CROWD = Duration.ofSeconds(2);

    private final Request request;
    private final InputBuffer source;
    private final long most;
    private final BodyLimits limits;
    private final AtomicInteger waiting;
    private final int mostWaiting;
    private final long begun = System.nanoTime();
    private long read;
    private boolean ended;

    /**
     * @param waiting how many requests wait for a part of their body at this moment
     * @param mostWaiting how many may, so that some of the server's threads are left for others
     */
    SentBody(Request request, long most, BodyLimits limits, AtomicInteger waiting, int mostWaiting) {
        this.request = request;
        this.source = request.getCoyoteRequest().getInputBuffer();
        this.most = most;
        this.limits = limits;
        this.waiting = waiting;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
        BodyRefused refused = BodyRefused.noted(request);
        if (refused != null) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return -1;
            }
            throw refused;
        }
        int bytes = next(handler);
        if (read > most) {
            throw BodyRefused.of(HttpStatus.PAYLOAD_TOO_LARGE, request);
        }
        return bytes;
    }

    @Override
    public int available() {
        return source.available();
    }

    /**
     * Takes in what nobody has read, so that the sender, who may still be sending, sees the answer and no broken connection. What is too much or too slow ends the
     * connection.
     */
    void discardRest() {
        ApplicationBufferHandler nowhere = new Nowhere();
        try {
            while (!ended && read <= MOST_DISCARDED) {
                next(nowhere);
            }
        } catch (BodyRefused e) {
            request.getContext().getLogger().debug("The rest of a body is not waited for", e);
        }
        if (!ended) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private int next(ApplicationBufferHandler handler) {
        int others = waiting.getAndIncrement();
        try {
            if (others >= mostWaiting) {
                throw BodyRefused.of(HttpStatus.SERVICE_UNAVAILABLE, request);
            }
            int bytes = source.doRead(handler);
            if (bytes < 0) {
                ended = true;
            } else {
                read += bytes;
                if (isTooSlow(others >= mostWaiting / 2)) {
                    throw BodyRefused.of(HttpStatus.REQUEST_TIMEOUT, request);
                }
            }
            return bytes;
        } catch (SocketTimeoutException e) {
            throw BodyRefused.of(HttpStatus.REQUEST_TIMEOUT, request);
        } catch (IOException e) {
            throw BodyRefused.of(HttpStatus.BAD_REQUEST, request);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean isTooSlow(boolean crowd) {
        Duration grace = crowd ? GRACE_IN_A_CROWD : limits.bodyGrace();
        long paced = System.nanoTime() - begun - grace.toNanos();
        return paced > 0 && read < limits.bodyPace().toBytes() * (paced / 1e9);
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
