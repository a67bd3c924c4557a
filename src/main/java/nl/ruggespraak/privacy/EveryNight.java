package nl.ruggespraak.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Erases every night what is due. A night that is missed is made up for in the next. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EveryNight {

    private static final Logger LOG = LoggerFactory.getLogger(EveryNight.class);

    private final EraseCandidates eraseCandidates;

    EveryNight(EraseCandidates eraseCandidates) {
        this.eraseCandidates = eraseCandidates;
    }

    @Scheduled(cron = "${ruggespraak.retention.at:0 30 2 * * *}", zone = "UTC")
    void erase() {
        int erased = 0;
        for (int next = eraseCandidates.eraseNext(); next > 0; next = eraseCandidates.eraseNext()) {
            erased += next;
        }
        if (erased > 0) {
            LOG.info("The details of {} candidates' asks are erased: their time was over.", erased);
        }
    }
}
