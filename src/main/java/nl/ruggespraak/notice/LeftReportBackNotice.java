package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.link.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the representative that what a former colleague was to act on is left to them. The answer itself, a letter to that colleague, stays where it is. */
@Service
public class LeftReportBackNotice {

    private final Letters letters;
    private final Answers answers;

    LeftReportBackNotice(Letters letters, Answers answers) {
        this.letters = letters;
        this.answers = answers;
    }

    /** Posts it, once for each report-back and representative. */
    @Transactional
    public void send(long reportBack) {
        Answer answer = answers.of(reportBack);
        Letter letter = letters.begin(
                        "report-back-left", Long.toString(reportBack), answer.representative(), answer.meeting())
                .of(answer.reportBack().cycle());
        letter.subject(answer.recipient().name(), answer.about())
                .say(
                        "opening",
                        answer.recipient().name(),
                        answer.about(),
                        answer.meeting().title());
        if (answer.lead() != null && answer.counterpart() != null) {
            letter.lead(answer.lead(), answer.counterpart());
        }
        letters.post(List.of(letter.say("act")
                .action(".tell", Purpose.ACT_ON_REPORT_BACK, Long.toString(reportBack), OutcomeChoices.in(letter))));
    }
}
