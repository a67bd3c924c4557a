package nl.ruggespraak.site;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Notes in a session, when it begins, with which password: a session that asks for nothing before the password changes must not live on with the next one. */
@Component
class SessionStart {

    private final Identities identities;

    SessionStart(Identities identities) {
        this.identities = identities;
    }

    @EventListener
    void begins(InteractiveAuthenticationSuccessEvent signIn) {
        if (signIn.getAuthentication() instanceof UsernamePasswordAuthenticationToken signedIn) {
            RequestAttributes request = RequestContextHolder.currentRequestAttributes();
            identities
                    .account(signedIn.getName())
                    .ifPresent(account -> request.setAttribute(
                            AccountNow.PASSWORD_MARK, account.passwordMark(), RequestAttributes.SCOPE_SESSION));
        }
    }
}
