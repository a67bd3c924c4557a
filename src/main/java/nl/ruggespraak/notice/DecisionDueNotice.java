package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the director of a decision. */
@Service
public class DecisionDueNotice {

    @Transactional
    public void send(long escalation) {
        throw new UnsupportedOperationException("not written yet");
    }
}
