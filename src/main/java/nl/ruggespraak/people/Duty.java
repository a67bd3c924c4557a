package nl.ruggespraak.people;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for one person.
 *
 * @param id which one of its kind, e.g. the key of a meeting cycle
 * @param meeting key of the meeting that it comes from
 * @param title what that meeting is called
 * @param organisation key of the organisation for which the person does it; null when it is the network
 * @param person key of the person
 */
public record Duty(
        Kind kind,
        String id,
        String meeting,
        String title,
        @Nullable String organisation,
        String person) {

    /** What is to be done. */
    public enum Kind {
        /** Lead a meeting, and publish its results. */
        LEAD,
        /** Represent an organisation at a meeting, and send the report-backs. */
        REPRESENT,
        /** See through what is still open of a meeting that was looked back on. */
        SEE_THROUGH,
        /** Decide on a lead, agree the deal, record the placements. */
        DECIDE,
        /** Tell who is at risk in a department. */
        REPORT_STAFF
    }
}
