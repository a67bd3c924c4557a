package nl.ruggespraak.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that a colleague has been silent about an answer. */
@Service
public class SilenceNotice {

    private final Letters letters;
    private final Answers answers;
    private final Clock clock;

    SilenceNotice(Letters letters, Answers answers, Clock clock) {
        this.letters = letters;
        this.answers = answers;
        this.clock = clock;
    }

    /** Posts it, at most once a day for each report-back. */
    @Transactional
    public void send(long reportBack) {
        Answer answer = answers.of(reportBack);
        LocalDate today = LocalDate.ofInstant(clock.instant(), answer.meeting().zone());
        Letter letter = letters.begin("silence", reportBack + "/" + today, answer.representative(), answer.meeting())
                .of(answer.reportBack().cycle())
                .from(answer.colleague());
        letters.post(List.of(letter.subject(answer.colleague().name(), answer.about())
                .say(
                        "opening",
                        answer.colleague().name(),
                        answer.about(),
                        answer.meeting().title())
                .quote(answer.representative(), answer.reportBack().text())
                .say("call")
                .reach(answer.colleague())));
    }
}
