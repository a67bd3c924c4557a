package nl.ruggespraak.escalation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a director can decide. */
public enum Decision {
    DECLINE("decline", EscalationStatus.DECLINED),
    ASK_DEPARTMENTS("askDepartments", EscalationStatus.INQUIRY),
    SEEK_DEAL("seekDeal", EscalationStatus.SEEKING_DEAL);

    private final String key;
    private final EscalationStatus status;

    Decision(String key, EscalationStatus status) {
        this.key = key;
        this.status = status;
    }

    /** Its name in forms and models, e.g. {@code askDepartments}. */
    public String key() {
        return key;
    }

    EscalationStatus status() {
        return status;
    }

    static Optional<Decision> of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(decision -> decision.key.equals(key))
                .findFirst();
    }
}
