package nl.ruggespraak.site;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The identity provider knows somebody whom we do not let in. */
class RefusedElsewhere extends OAuth2AuthenticationException {

    /** Its sentence is {@code site.signIn.elsewhere.<name>}. */
    enum Reason {
        /** It could not be finished: cancelled, too late, or not to be trusted. */
        UNFINISHED,
        /** No person of the organisation is meant. */
        UNKNOWN,
        /** An administrator or chair, whom this provider was not trusted with. */
        PASSWORD_ONLY,
        /** It should have said which roles, and did not. */
        NO_ROLES_SAID,
        /** No role is left. */
        NO_ROLE
    }

    private final Reason reason;

    RefusedElsewhere(Reason reason) {
        super(new OAuth2Error("refused"), reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
