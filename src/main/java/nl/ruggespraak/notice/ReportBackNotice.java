package nl.ruggespraak.notice;

import java.util.List;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.link.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a colleague the personal answer. */
@Service
public class ReportBackNotice {

    private final Letters letters;
    private final Answers answers;

    ReportBackNotice(Letters letters, Answers answers) {
        this.letters = letters;
        this.answers = answers;
    }

    /** Posts it, once for each report-back. */
    @Transactional
    public void send(long reportBack) {
        Answer answer = answers.of(reportBack);
        Letter letter = letters.begin("report-back", Long.toString(reportBack), answer.colleague(), answer.meeting())
                .of(answer.reportBack().cycle())
                .from(answer.representative())
                .subject(answer.about(), answer.meeting().title())
                .speak(answer.reportBack().text());
        if (!answer.recipient().equals(answer.colleague())) {
            letter.say("left", answer.recipient().name());
        }
        Lead lead = answer.lead();
        Names.Counterpart counterpart = answer.counterpart();
        if (lead != null && counterpart != null) {
            letter.call(lead, counterpart);
        }
        if (answer.reportBack().asksForAction()) {
            letter.heading("now")
                    .say("act")
                    .action(".tell", Purpose.ACT_ON_REPORT_BACK, Long.toString(reportBack), OutcomeChoices.in(letter));
        }
        if (lead != null && counterpart != null) {
            letter.heading("lead").found(lead, counterpart);
        } else {
            letter.say("nothing");
        }
        letters.post(List.of(letter.reach(answer.representative())));
    }
}
