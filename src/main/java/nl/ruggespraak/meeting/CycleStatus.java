package nl.ruggespraak.meeting;

/** How far one organisation has come with one meeting. */
public enum CycleStatus {
    OPENED,
    ANNOUNCED,
    BRIEFED,
    ATTENDED,
    REPORTED,
    EVALUATED,
    CANCELLED
}
