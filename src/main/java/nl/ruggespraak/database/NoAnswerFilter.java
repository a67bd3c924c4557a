package nl.ruggespraak.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 when the database does not answer, and lets the page that says so ask it nothing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class NoAnswerFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(NoAnswerFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The filters of the sign-in ask the database before the server's own does this.
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!NoAnswer.isReasonOf(e) || response.isCommitted()) {
                throw e;
            }
            NoAnswer.note(request);
            LOG.warn("The database did not answer a request in time: {}", String.valueOf(e.getMessage()));
            response.reset();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
