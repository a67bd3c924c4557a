package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the department heads who is at risk. */
@Service
public class InquiryNotice {

    @Transactional
    public void send(long escalation) {
        throw new UnsupportedOperationException("not written yet");
    }
}
