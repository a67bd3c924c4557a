package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.ruggespraak.reportback.Outcome;

/** What came of an answer, to be chosen in the mail already. It only fills in the form. */
final class OutcomeChoices {

    private OutcomeChoices() {}

    /** Labels in the language of the letter, each with the query that chooses it. */
    static Map<String, String> in(Letter letter) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(letter.words(".acted"), "outcome=" + Outcome.TALK_HELD);
        choices.put(letter.words(".becamePlacement"), "outcome=" + Outcome.PLACED);
        choices.put(letter.words(".notYet"), "outcome=" + Outcome.NOT_YET);
        choices.put(letter.words(".noResult"), "outcome=" + Outcome.NO_RESULT);
        return choices;
    }
}
