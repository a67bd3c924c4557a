package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the members of a network what a meeting has brought. */
@Service
public class NetworkResultsNotice {

    @Transactional
    public void send(String meeting) {
        throw new UnsupportedOperationException("not written yet");
    }
}
