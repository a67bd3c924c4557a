package nl.ruggespraak.ask;

/** Why a colleague is not nudged. */
public enum NudgeRefusal {
    /** Has answered, perhaps a moment ago. */
    ANSWERED,
    /** Wants no reminders, for this meeting or at all, or is away. */
    STOPPED,
    /** Has been nudged today, for this meeting or another. */
    NUDGED_TODAY,
    /** Was not asked, has left, or cannot answer any more. */
    NOT_ASKED
}
