package nl.ruggespraak.process.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.escalation.Brief;
import nl.ruggespraak.escalation.Briefs;
import nl.ruggespraak.escalation.SimilarCase;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.matching.StaffHere;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.process.ProcessVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decide on the escalation: the director's brief. */
@Component
class DecideOnEscalationForm implements FormContent {

    private final Briefs briefs;
    private final Meetings meetings;
    private final Shown shown;

    DecideOnEscalationForm(Briefs briefs, Meetings meetings, Shown shown) {
        this.briefs = briefs;
        this.meetings = meetings;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_decideOnEscalation";
    }

    @Override
    public String asker(OpenTask task) {
        return meetings.cycle(task.businessKey()).representative();
    }

    @Override
    public Content content(OpenTask task) {
        Words words = task.words();
        Brief brief = briefs.of(task.value(ProcessVariables.ESCALATION));
        CatalogueNames occupations = shown.occupations(
                brief.ourStaff().stream().map(StaffHere::occupation).collect(Collectors.toSet()));
        Map<String, String> departmentHeads = shown.names(brief.departmentHeads());
        return new Content(
                brief.escalation().reason(),
                shown.lead(brief.lead(), words),
                shown.name(brief.broughtBy()),
                shown.asks(brief.ourAsks(), words).stream()
                        .map(Shown.ShownAsk::withoutName)
                        .toList(),
                brief.ourStaff().stream()
                        .map(staff -> new ShownStaff(
                                String.valueOf(occupations.of(staff.occupation(), words.language())),
                                staff.headcount()))
                        .toList(),
                brief.similarCases().stream()
                        .map(similar -> similar(similar, words))
                        .toList(),
                brief.departmentHeads().stream()
                        .map(head -> departmentHeads.getOrDefault(head, head))
                        .toList());
    }

    private ShownCase similar(SimilarCase similar, Words words) {
        String title = similar.title();
        String occupation = shown.occupation(similar.occupation(), words);
        return new ShownCase(
                similar.meeting(),
                title != null
                        ? title
                        : similar.headcount() + " × "
                                + (occupation == null ? words.of("form.words.people") : occupation),
                words.of("form.decided." + similar.decision().key()),
                similar.agreed(),
                similar.placed());
    }

    record Content(
            String reason,
            Shown.ShownLead lead,
            String broughtBy,
            List<Shown.ShownAsk> ourAsks,
            List<ShownStaff> ourStaff,
            List<ShownCase> similarCases,
            List<String> departmentHeads) {}

    record ShownStaff(String occupation, int headcount) {}

    record ShownCase(
            String meeting,
            String title,
            String decision,
            @Nullable Integer agreed,
            @Nullable Integer placed) {}
}
