package nl.ruggespraak.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.ruggespraak.link.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a colleague what came of an answer. */
@Service
public class ReportBackReminderNotice {

    private final Letters letters;
    private final Answers answers;
    private final Clock clock;

    ReportBackReminderNotice(Letters letters, Answers answers, Clock clock) {
        this.letters = letters;
        this.answers = answers;
        this.clock = clock;
    }

    /** Posts it, at most once a day for each report-back. */
    @Transactional
    public void send(long reportBack) {
        Answer answer = answers.of(reportBack);
        LocalDate today = LocalDate.ofInstant(clock.instant(), answer.meeting().zone());
        Letter letter = letters.begin(
                        "report-back-reminder", reportBack + "/" + today, answer.colleague(), answer.meeting())
                .of(answer.reportBack().cycle())
                .from(answer.representative())
                .subject(answer.about())
                .say("opening", answer.about(), answer.meeting().title());
        if (answer.lead() != null && answer.counterpart() != null) {
            letter.lead(answer.lead(), answer.counterpart());
        }
        letters.post(List.of(letter.say("notYet")
                .action(".tell", Purpose.ACT_ON_REPORT_BACK, Long.toString(reportBack), OutcomeChoices.in(letter))
                .reach(answer.representative())));
    }
}
