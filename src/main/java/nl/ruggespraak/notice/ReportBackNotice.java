package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a colleague the personal answer. */
@Service
public class ReportBackNotice {

    @Transactional
    public void send(long reportBack) {
        throw new UnsupportedOperationException("not written yet");
    }
}
