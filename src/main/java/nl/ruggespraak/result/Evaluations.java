package nl.ruggespraak.result;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the cycles brought. */
public interface Evaluations {

    /** Counts what a cycle has brought up to now. */
    default Evaluation of(String cycle) {
        return requireNonNull(of(List.of(cycle)).get(cycle), () -> "There is no meeting cycle " + cycle);
    }

    /** Counts what these cycles have brought up to now, by key; unknown keys are left out. */
    Map<String, Evaluation> of(Collection<String> cycles);
}
