package nl.ruggespraak.people;

/** How much time a network gives for something. In working days, but for {@link #EVALUATE}. */
public enum Deadline {
    /** For the representative; then the standard text goes out by itself. */
    ANNOUNCE(1, 1, 20),
    /** Before the meeting. */
    ASKS_CLOSE(2, 0, 60),
    /** Before the asks close. */
    REMIND(3, 0, 60),
    /** After the meeting. */
    LEADS(1, 1, 20),
    /** After the leads; a working day more, and the manager hears of it. */
    REPORT_BACKS(1, 1, 20),
    /** For a colleague, after the report-back. */
    ACT(5, 1, 60),
    /** For the director; a working day more, and the deputy decides. */
    DECIDE(3, 1, 60),
    /** For the department heads. */
    INQUIRY(5, 1, 60),
    /** After the decision, or after the inquiry. */
    DEAL(10, 1, 260),
    /** After the deal. */
    PLACEMENTS(20, 1, 520),
    /** After the meeting, for every organisation to report. */
    REPORT_PERIOD(10, 1, 120),
    /** For the chair, after the report period. */
    PUBLISH(5, 1, 60),
    /** Calendar days after the meeting. */
    EVALUATE(30, 1, 365);

    private final int usual;
    private final int least;
    private final int most;

    Deadline(int usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** Days, until the network chooses otherwise. */
    public int usual() {
        return usual;
    }

    /** The fewest days that can be chosen; the table says the same. */
    public int least() {
        return least;
    }

    /** The most days that can be chosen; the table says the same. */
    public int most() {
        return most;
    }
}
