package nl.ruggespraak.reportback;

/**
 * A report-back that waits for the representative's review.
 *
 * @param recipient key of the colleague
 * @param about title of the ask or the lead
 * @param answersAsk whether it answers a carried ask; such an answer cannot be withheld
 */
public record Draft(
        long reportBack,
        String recipient,
        String recipientName,
        String about,
        String text,
        boolean asksForAction,
        boolean answersAsk) {}
