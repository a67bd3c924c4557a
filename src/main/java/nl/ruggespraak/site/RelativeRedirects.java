package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads on by a path where it leads to ourselves: then somebody stays at the address by which they came, and no request can name another. */
class RelativeRedirects extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String own = request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(isOwn(location, own) ? path(location.substring(own.length())) : location);
            }
        });
    }

    private static boolean isOwn(String location, String own) {
        return location.startsWith(own)
                && (location.length() == own.length() || "/?#".indexOf(location.charAt(own.length())) >= 0);
    }

    /** Two slashes would begin the name of another server. */
    private static String path(String rest) {
        return "/" + rest.replaceFirst("^[/\\\\]+", "");
    }
}
