package nl.ruggespraak.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.ask.OpenRound;
import org.springframework.stereotype.Component;

/** For which meetings colleagues have yet to answer. */
@Component
class OpenQuestions {

    private final Asks asks;
    private final Clock clock;

    OpenQuestions(Asks asks, Clock clock) {
        this.asks = asks;
        this.clock = clock;
    }

    /** What waits for these colleagues besides this cycle. */
    Others besides(String cycle, Collection<String> colleagues) {
        return new Others(cycle, asks.openRounds(colleagues, clock.instant()));
    }

    record Others(String cycle, Map<String, List<OpenRound>> rounds) {

        /** In the words of a letter, by cycle. */
        Map<String, String> of(Letter letter) {
            Map<String, String> words = new LinkedHashMap<>();
            for (OpenRound round : rounds.getOrDefault(letter.to().key(), List.of())) {
                if (!round.cycle().equals(cycle)) {
                    words.put(
                            round.cycle(),
                            letter.words(".askedUntil", round.meeting(), letter.moment(round.asksCloseAt())));
                }
            }
            return words;
        }
    }
}
