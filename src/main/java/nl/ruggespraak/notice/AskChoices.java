package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.ruggespraak.ask.AskKind;

/** What a colleague can choose in the mail already. It only fills in the form; nothing is answered by opening a link. */
final class AskChoices {

    private AskChoices() {}

    /** Labels in the language of the letter, each with the query that chooses it. */
    static Map<String, String> in(Letter letter) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(letter.words(".aCandidate"), "kind=" + AskKind.CANDIDATE);
        choices.put(letter.words(".aVacancy"), "kind=" + AskKind.VACANCY);
        choices.put(letter.words(".aChange"), "kind=" + AskKind.UPCOMING_CHANGE);
        choices.put(letter.words(".nothing"), "kind=nothing");
        return choices;
    }
}
