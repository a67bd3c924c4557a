package nl.ruggespraak.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.ruggespraak.reportback.ReportBacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that a colleague has been silent about an answer. */
@Service
public class SilenceNotice {

    /** As long as the timer of the process waits. */
    private static final int DAYS = 30;

    private final Letters letters;
    private final Answers answers;
    private final ReportBacks reportBacks;
    private final Clock clock;

    SilenceNotice(Letters letters, Answers answers, ReportBacks reportBacks, Clock clock) {
        this.letters = letters;
        this.reportBacks = reportBacks;
        this.answers = answers;
        this.clock = clock;
    }

    /** Posts it, at most once a day; it names all whose silence lasts so long. */
    @Transactional
    public void send(long reportBack) {
        Answer answer = answers.of(reportBack);
        LocalDate today = LocalDate.ofInstant(clock.instant(), answer.meeting().zone());
        Letter letter = letters.remind("silence", answer.representative(), answer.meeting())
                .of(answer.reportBack().cycle())
                .from(answer.colleague());
        List<String> others =
                reportBacks
                        .silent(
                                answer.representative().key(),
                                today.minusDays(DAYS),
                                answer.meeting().zone())
                        .stream()
                        .filter(other -> other.reportBack() != reportBack)
                        .map(other -> letter.words("also.one", other.colleague(), other.about()))
                        .toList();
        letters.post(List.of(letter.subject(answer.colleague().name(), answer.about())
                .say(
                        "opening",
                        answer.colleague().name(),
                        answer.about(),
                        answer.meeting().title())
                .quote(answer.representative(), answer.reportBack().text())
                .say("call")
                .reach(answer.colleague())
                .items("also", others)));
    }
}
