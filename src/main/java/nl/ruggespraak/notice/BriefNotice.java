package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the director for a decision. */
@Service
public class BriefNotice {

    @Transactional
    public void send(long escalation) {
        throw new UnsupportedOperationException("not written yet");
    }
}
