package nl.ruggespraak.result;

import java.util.Map;
import nl.ruggespraak.reportback.Outcome;

/**
 * What one meeting brought one organisation, up to now.
 *
 * @param asked how many colleagues were asked
 * @param answered how many of them answered
 * @param asks how many asks they gave
 * @param carried how many of those the representative took along
 * @param leads how many leads came back
 * @param reportBacks how many personal answers went out
 * @param actionsAsked how many of those asked the colleague to act
 * @param outcomes how often each outcome is known, deals of directors included
 * @param escalations how often the director was asked
 * @param placed how many people found a place: placed, seconded or gaining work experience; what both a colleague and the director say of
 *     one lead is counted once
 */
public record Evaluation(
        String cycle,
        int asked,
        int answered,
        int asks,
        int carried,
        int leads,
        int reportBacks,
        int actionsAsked,
        Map<Outcome, Integer> outcomes,
        int escalations,
        int placed) {

    /** How many outcomes are known. */
    public int outcomesKnown() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
