package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a colleague what came of an answer. */
@Service
public class ReportBackReminderNotice {

    @Transactional
    public void send(long reportBack) {
        throw new UnsupportedOperationException("not written yet");
    }
}
