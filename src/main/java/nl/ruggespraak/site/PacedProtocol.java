package nl.ruggespraak.site;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The server's own HTTP, which also ends connections whose request line and headers do not come to an end: the server's own time limit begins anew with each byte.
 * Public, for the server makes it by its name.
 */
public class PacedProtocol extends Http11NioProtocol {

    /** The server counts a request whose headers are not complete as ended for now. */
    private static final Set<Integer> WAITS_FOR_MORE = Set.of(Constants.STAGE_PARSE, Constants.STAGE_ENDED);

    private Duration headerTime = Duration.ofSeconds(20);

    void setHeaderTime(Duration headerTime) {
        this.headerTime = headerTime;
    }

    @Override
    public void start() throws Exception {
        super.start();
        getUtilityExecutor().scheduleWithFixedDelay(this::endSlowHeaders, 1, 1, TimeUnit.SECONDS);
    }

    private void endSlowHeaders() {
        getEndpoint().getConnections().stream().filter(this::takesTooLong).forEach(SocketWrapperBase::close);
    }

    private boolean takesTooLong(SocketWrapperBase<?> connection) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor)) {
            return false;
        }
        Request request = processor.getRequest();
        return request != null
                && WAITS_FOR_MORE.contains(request.getRequestProcessor().getStage())
                && !processor.isAsync()
                && !processor.isUpgrade()
                && request.getStartTimeNanos() >= 0
                && System.nanoTime() - request.getStartTimeNanos() > headerTime.toNanos();
    }
}
