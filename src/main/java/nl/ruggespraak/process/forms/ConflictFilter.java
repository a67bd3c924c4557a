package nl.ruggespraak.process.forms;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a page of ours begin again when somebody else did the same at the same moment: nothing of the first try is kept, and the second finds what the other left,
 * and says so as if it had come later. When that does not help either, the answer is 409. An upload is not tried again, for it is gone.
 */
class ConflictFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ConflictFilter.class);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RefusalInterceptor.isRest(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (int tries = 1; ; tries++) {
            try {
                chain.doFilter(request, response);
                return;
            } catch (ServletException | RuntimeException e) {
                if (response.isCommitted() || !Conflict.isIn(e)) {
                    throw e;
                }
                response.resetBuffer();
                if (tries == Conflict.MOST_TRIES || isUpload(request)) {
                    LOG.info("A page was asked to do what somebody else did at the same moment: {}", e.toString());
                    response.sendError(HttpServletResponse.SC_CONFLICT);
                    return;
                }
            }
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }
}
