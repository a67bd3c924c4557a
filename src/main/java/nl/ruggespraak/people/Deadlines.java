package nl.ruggespraak.people;

/**
 * How much time a network gives for everything. In working days, but for the evaluation.
 *
 * @param announce for the representative; then the standard text goes out by itself
 * @param asksClose before the meeting
 * @param remind before the asks close
 * @param leads after the meeting
 * @param reportBacks after the leads; a working day more, and the manager hears of it
 * @param act for a colleague, after the report-back
 * @param decide for the director; a working day more, and the deputy decides
 * @param inquiry for the department heads
 * @param deal after the decision, or after the inquiry
 * @param placements after the deal
 * @param reportPeriod after the meeting, for every organisation to report
 * @param publish for the chair, after the report period
 * @param evaluateDays calendar days after the meeting
 */
public record Deadlines(
        int announce,
        int asksClose,
        int remind,
        int leads,
        int reportBacks,
        int act,
        int decide,
        int inquiry,
        int deal,
        int placements,
        int reportPeriod,
        int publish,
        int evaluateDays) {

    /** What a network has until it chooses otherwise. */
    public static final Deadlines USUAL = new Deadlines(1, 2, 3, 1, 1, 5, 3, 5, 10, 20, 10, 5, 30);
}
