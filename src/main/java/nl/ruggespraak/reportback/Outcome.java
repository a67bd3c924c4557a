package nl.ruggespraak.reportback;

/** What came of a report-back. */
public enum Outcome {
    PLACED,
    SECONDED,
    TALK_HELD,
    WORK_EXPERIENCE,
    NOT_YET,
    NO_RESULT;

    /** Whether the follow-up ends with it. */
    public boolean isKnown() {
        return this != NOT_YET;
    }

    /** Whether somebody has found a place by it. */
    public boolean isPlacement() {
        return this == PLACED || this == SECONDED || this == WORK_EXPERIENCE;
    }
}
