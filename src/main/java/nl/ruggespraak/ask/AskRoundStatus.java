package nl.ruggespraak.ask;

/** Whether a colleague has yet to be asked, is being asked, has answered, or was not heard in time. */
public enum AskRoundStatus {
    PLANNED,
    OPEN,
    ANSWERED,
    CLOSED
}
