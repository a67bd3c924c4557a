package nl.ruggespraak.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is asked to name a representative. */
public interface RepresentativeRequests {

    /** What was asked for this key, if anything ever was. */
    Optional<RepresentativeRequest> find(String key);

    /** What is open for a meeting, by organisation. */
    List<RepresentativeRequest> open(String meeting);

    /** What this person is asked for planned meetings that have not begun, the next one first. */
    List<RepresentativeRequest> openOfAsked(String person, Instant now);
}
