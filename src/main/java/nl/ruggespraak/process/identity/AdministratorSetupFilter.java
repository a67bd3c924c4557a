package nl.ruggespraak.process.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the web apps' end point that makes an administrator out of anybody while there is none (CVE-2026-77226). The first
 * administrator comes from {@link FirstAdministrator}.
 *
 * <p>Whatever a path looks like, it is refused when after decoding one of its segments after {@code api} is
 * {@code setup}: no other end point of the web apps has such a segment.
 */
class AdministratorSetupFilter extends OncePerRequestFilter {

    private static final int MOST_DECODINGS = 5;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasPathParameters(request)
                || isSetup(request.getRequestURI())
                || isSetup(request.getServletPath() + "/" + request.getPathInfo())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Nothing here takes them, and not everything behind agrees on what a path with them means. */
    private static boolean hasPathParameters(HttpServletRequest request) {
        return request.getRequestURI().contains(";");
    }

    static boolean isSetup(String path) {
        List<String> segments = Arrays.stream(decoded(path).split("[/\\\\]+"))
                .map(segment -> segment.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        int api = segments.indexOf("api");
        return api >= 0 && segments.subList(api, segments.size()).contains("setup");
    }

    private static String decoded(String path) {
        String text = path;
        for (int i = 0; i < MOST_DECODINGS && text.contains("%"); i++) {
            try {
                text = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
        return text;
    }
}
