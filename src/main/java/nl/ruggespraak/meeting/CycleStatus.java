package nl.ruggespraak.meeting;

/** How far one organisation has come with one meeting. */
public enum CycleStatus {
    OPENED,
    ANNOUNCED,
    BRIEFED,
    ATTENDED,
    REPORTED,
    EVALUATED,
    CANCELLED;

    /** Whether nothing more happens: it can be handed to nobody, and nobody leads it. */
    public boolean hasEnded() {
        return this == EVALUATED || this == CANCELLED;
    }
}
