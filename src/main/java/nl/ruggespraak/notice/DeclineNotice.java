package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that the director has declined. */
@Service
public class DeclineNotice {

    @Transactional
    public void send(long escalation) {
        throw new UnsupportedOperationException("not written yet");
    }
}
