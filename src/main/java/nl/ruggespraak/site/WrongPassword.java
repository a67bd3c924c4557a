package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Notes at a request that it carried a wrong password, besides the sign-in: whatever else went wrong is no guess. */
public final class WrongPassword {

    private static final String NOTED = WrongPassword.class.getName();

    private WrongPassword() {}

    /** Notes it, if there is a request at all. */
    public static void note() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NOTED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isNoted(HttpServletRequest request) {
        return request.getAttribute(NOTED) != null;
    }
}
