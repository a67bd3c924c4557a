package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that a colleague has been silent about an answer. */
@Service
public class SilenceNotice {

    @Transactional
    public void send(long reportBack) {
        throw new UnsupportedOperationException("not written yet");
    }
}
