package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.reportback.Outcome;

/** What came of an answer, to be chosen in the mail already. It only fills in the form. */
final class OutcomeChoices {

    private static final List<Outcome> OFFERED = List.of(Outcome.TALK_HELD, Outcome.NOT_YET, Outcome.NO_RESULT);

    private OutcomeChoices() {}

    /** Labels in the language of the letter, each with the query that chooses it. */
    static Map<String, String> in(Letter letter) {
        Map<String, String> choices = new LinkedHashMap<>();
        OFFERED.forEach(outcome -> choices.put(letter.label("outcome", outcome), "outcome=" + outcome));
        return choices;
    }
}
