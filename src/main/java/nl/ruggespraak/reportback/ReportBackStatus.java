package nl.ruggespraak.reportback;

/** How far a personal answer has come. */
public enum ReportBackStatus {
    DRAFTED,
    WITHHELD,
    APPROVED,
    STARTED,
    SENT,
    OUTCOME_KNOWN
}
