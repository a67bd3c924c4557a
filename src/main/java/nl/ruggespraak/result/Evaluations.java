package nl.ruggespraak.result;

/** What the cycles brought. */
public interface Evaluations {

    /** Counts what a cycle has brought up to now. */
    Evaluation of(String cycle);
}
