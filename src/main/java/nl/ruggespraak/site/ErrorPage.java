package nl.ruggespraak.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What somebody reads when something is not as they hoped: what it means and what to do, and nothing about how we are built. */
@Controller
class ErrorPage implements ErrorController {

    private final MessageSource messages;
    private final BodyLimits limits;

    ErrorPage(MessageSource messages, BodyLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        response.setStatus(status);
        model.addAttribute("kind", kind(status));
        model.addAttribute("details", details(request, response));
        return "error";
    }

    /** The same for a program. */
    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> data(
            HttpServletRequest request, HttpServletResponse response, Locale language) {
        int status = status(request);
        HttpStatus known = HttpStatus.resolve(status);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("error", known == null ? "" : known.getReasonPhrase());
        body.put(
                "message",
                messages.getMessage("site.error." + kind(status) + ".text", details(request, response), language));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** Its texts are {@code site.error.<kind>.title} and {@code .text}. */
    static String kind(int status) {
        return switch (status) {
            case 401 -> "stranger";
            case 403 -> "denied";
            case 404 -> "missing";
            case 405 -> "method";
            case 408 -> "slow";
            case 409 -> "conflict";
            case 413 -> "large";
            case 429 -> "often";
            case 503 -> "busy";
            default -> status < 500 ? "wrong" : "broken";
        };
    }

    /** What the sentences may tell: how many seconds to wait, and how much may be sent. */
    private Object[] details(HttpServletRequest request, HttpServletResponse response) {
        String whole = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String path = whole.substring(
                Math.min(whole.length(), request.getContextPath().length()));
        return new Object[] {
            seconds(response), limits.told(request.getMethod(), path).toMegabytes()
        };
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }

    private static long seconds(HttpServletResponse response) {
        String wait = response.getHeader(HttpHeaders.RETRY_AFTER);
        return wait == null ? 0 : Long.parseLong(wait);
    }
}
