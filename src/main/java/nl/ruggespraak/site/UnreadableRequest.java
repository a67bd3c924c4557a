package nl.ruggespraak.site;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Answers for the server what never reached the application, such as {@code /%}, with a page of ours instead of the server's own. */
class UnreadableRequest extends ErrorReportValve {

    private final ITemplateEngine templates;

    UnreadableRequest(ITemplateEngine templates) {
        this.templates = templates;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Permissions-Policy", SecurityConfiguration.NO_DEVICES);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Writer writer = response.getReporter();
            if (writer != null) {
                templates.process("error", new Context(PageLanguage.ofBrowser(request), texts(response)), writer);
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("Nobody waits for the answer any more", e);
        }
    }

    private static Map<String, Object> texts(Response response) {
        return Map.of("kind", ErrorPage.kind(response.getStatus()), "details", new Object[] {0, 0});
    }
}
