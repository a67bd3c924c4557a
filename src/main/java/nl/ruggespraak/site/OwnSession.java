package nl.ruggespraak.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** The session of whoever changes the own password. */
public final class OwnSession {

    private OwnSession() {}

    /** It goes on with the new password, under a new id; all others of the person end. */
    public static void goOnWithNewPassword(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(AccountNow.PASSWORD_MARK);
            request.changeSessionId();
        }
    }
}
