package nl.ruggespraak.personal;

import java.util.Locale;

/**
 * An ask about a candidate.
 *
 * @param id of the ask
 * @param cycle key of the cycle that it was given in: {@code meeting/organisation}
 */
public record CandidateAsk(long id, String cycle) {

    public String organisation() {
        return cycle.substring(cycle.indexOf('/') + 1);
    }

    public String subject() {
        return String.format(Locale.ROOT, "ask/%d", id);
    }
}
