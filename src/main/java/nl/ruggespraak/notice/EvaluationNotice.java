package nl.ruggespraak.notice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the stakeholders of an organisation what a meeting has brought. */
@Service
public class EvaluationNotice {

    public java.util.List<String> recipients(String cycle) {
        throw new UnsupportedOperationException("not written yet");
    }

    @Transactional
    public void send(String cycle, java.util.Collection<String> persons) {
        throw new UnsupportedOperationException("not written yet");
    }
}
