package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the deputy and the director that a decision has been handed over. */
@Service
public class HandoverNotice {

    @Transactional
    public void send(long escalation, String from, String to) {
        throw new UnsupportedOperationException("not written yet");
    }
}
