package nl.ruggespraak.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Marks each cookie that is set over TLS as one for TLS alone, also the web apps' own, which know a fixed setting only. */
class SecureCookies extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.isSecure() ? new Marking(response) : response);
    }

    private static class Marking extends HttpServletResponseWrapper {

        Marking(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, marked(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, marked(name, value));
        }

        private static String marked(String name, String value) {
            return name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)
                            && !value.toLowerCase(Locale.ROOT).contains("; secure")
                            && !value.toLowerCase(Locale.ROOT).contains(";secure")
                    ? value + "; Secure"
                    : value;
        }
    }
}
