package nl.ruggespraak.meeting;

import java.time.Instant;
import java.util.Collection;

/** Tells the process engine that an organisation needs a representative for a meeting. */
public interface RepresentativeProcess {

    /**
     * Somebody is asked to name one.
     *
     * @param nameBy until when
     */
    void asked(Meeting meeting, RepresentativeRequest request, Instant nameBy);

    /** The organisation has nobody who could be asked: the chair is told. */
    void nobodyToAsk(RepresentativeRequest request);

    /** The meeting has new dates. */
    void rescheduled(Meeting meeting, Collection<String> requests, Instant nameBy);

    /** Nobody is asked any more. */
    void ended(Collection<String> requests);
}
