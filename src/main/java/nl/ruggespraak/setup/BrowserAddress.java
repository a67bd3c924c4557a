package nl.ruggespraak.setup;

import jakarta.servlet.http.HttpServletRequest;

/** Under which address a browser reaches the application. Everybody else is told the one that is configured, so this one is for comparing only. */
public final class BrowserAddress {

    /** What the server notes before it calls itself by the configured name: scheme, host and port of the request. */
    public static final String ORIGIN = BrowserAddress.class.getName() + ".origin";

    private BrowserAddress() {}

    /** Without a slash at its end. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ORIGIN) + request.getContextPath();
    }

    /** Scheme, host and port, without the port that a scheme has by itself. */
    public static String origin(String scheme, String host, int port) {
        boolean usual = port <= 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
