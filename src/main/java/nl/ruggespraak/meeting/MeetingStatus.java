package nl.ruggespraak.meeting;

/** How far a network meeting has come. */
public enum MeetingStatus {
    PLANNED,
    CANCELLED,
    PUBLISHED
}
