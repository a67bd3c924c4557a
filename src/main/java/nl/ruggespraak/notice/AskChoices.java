package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.ask.AskKind;

/** What a colleague can choose in the mail already. It only fills in the form; nothing is answered by opening a link. */
final class AskChoices {

    private static final List<AskKind> OFFERED = List.of(AskKind.CANDIDATE, AskKind.VACANCY, AskKind.UPCOMING_CHANGE);

    private AskChoices() {}

    /** Labels in the language of the letter, each with the query that chooses it. */
    static Map<String, String> in(Letter letter) {
        Map<String, String> choices = new LinkedHashMap<>();
        OFFERED.forEach(kind -> choices.put(letter.label("askKind", kind), "kind=" + kind));
        choices.put(letter.words(".nothing"), "kind=nothing");
        return choices;
    }
}
