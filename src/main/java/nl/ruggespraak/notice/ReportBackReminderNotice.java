package nl.ruggespraak.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ruggespraak.link.Purpose;
import nl.ruggespraak.reportback.ReportBacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a colleague what came of an answer, or of several. */
@Service
public class ReportBackReminderNotice {

    private final Letters letters;
    private final Answers answers;
    private final ReportBacks reportBacks;

    ReportBackReminderNotice(Letters letters, Answers answers, ReportBacks reportBacks) {
        this.letters = letters;
        this.answers = answers;
        this.reportBacks = reportBacks;
    }

    /**
     * Posts it, at most once a day for each colleague.
     *
     * @param waiting ids of one colleague's report-backs; the first is told in full, the others by what they are about
     */
    @Transactional
    public void send(List<Long> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        long first = waiting.get(0);
        List<Long> others = waiting.subList(1, waiting.size());
        Answer answer = answers.of(first);
        Letter letter = letters.remind("report-back-reminder", answer.colleague(), answer.meeting())
                .of(answer.reportBack().cycle())
                .from(answer.representative());
        letter.subject(answer.about(), others.size())
                .say("opening", answer.about(), answer.meeting().title());
        if (answer.lead() != null && answer.counterpart() != null) {
            letter.lead(answer.lead(), answer.counterpart());
        }
        letters.post(List.of(letter.say("notYet")
                .action(".tell", Purpose.ACT_ON_REPORT_BACK, Long.toString(first), OutcomeChoices.in(letter))
                .more("also", about(others))
                .reach(answer.representative())
                .stop(
                        others.isEmpty() ? "stop" : "stopAll",
                        others.stream().map(id -> Long.toString(id)).toList())));
    }

    private Map<String, String> about(List<Long> ids) {
        Map<String, String> about = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            reportBacks.about(ids).forEach((id, title) -> about.put(Long.toString(id), title));
        }
        return about;
    }
}
