package nl.ruggespraak.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import nl.ruggespraak.setup.BrowserAddress;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Whoever makes an absolute address out of a request gets the one that is configured, whatever the request calls us. */
class OwnAddress extends ValveBase {

    private final String scheme;
    private final String host;
    private final int port;

    OwnAddress(URI address) {
        super(true);
        this.scheme = address.getScheme();
        this.host = address.getHost();
        this.port = address.getPort() > 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(
                BrowserAddress.ORIGIN,
                BrowserAddress.origin(request.getScheme(), request.getServerName(), request.getServerPort()));
        request.getCoyoteRequest().scheme().setString(scheme);
        request.getCoyoteRequest().serverName().setString(host);
        request.getCoyoteRequest().setServerPort(port);
        getNext().invoke(request, response);
    }
}
