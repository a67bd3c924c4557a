package nl.ruggespraak.ask;

/** What a colleague can give along. */
public enum AskKind {
    CANDIDATE,
    VACANCY,
    WORK_EXPERIENCE_PLACE,
    UPCOMING_CHANGE,
    QUESTION
}
