package nl.ruggespraak.process.forms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.escalation.Escalation;
import nl.ruggespraak.escalation.Escalations;
import nl.ruggespraak.escalation.StaffAtRisk;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.process.ProcessVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agree the deal: the lead, and what the departments reported. */
@Component
class AgreeDealForm implements FormContent {

    private final Escalations escalations;
    private final Leads leads;
    private final Shown shown;

    AgreeDealForm(Escalations escalations, Leads leads, Shown shown) {
        this.escalations = escalations;
        this.leads = leads;
        this.shown = shown;
    }

    @Override
    public String task() {
        return "userTask_agreeDeal";
    }

    @Override
    public @Nullable String asker(OpenTask task) {
        return null;
    }

    @Override
    public Content content(OpenTask task) {
        Escalation escalation = escalations.get(task.value(ProcessVariables.ESCALATION));
        List<StaffAtRisk> staff = escalations.staffAtRisk(escalation.id());
        return new Content(
                shown.lead(leads.get(escalation.lead()), task.words()),
                shown(staff, task.words()),
                staff.stream().mapToInt(StaffAtRisk::matched).sum());
    }

    private List<ShownStaff> shown(List<StaffAtRisk> staff, Words words) {
        Map<String, String> heads = shown.names(all(staff, StaffAtRisk::departmentHead));
        CatalogueNames occupations = shown.occupations(all(staff, StaffAtRisk::occupation));
        CatalogueNames regions = shown.regions(all(staff, StaffAtRisk::region));
        return staff.stream()
                .map(row -> new ShownStaff(
                        heads.getOrDefault(row.departmentHead(), row.departmentHead()),
                        String.valueOf(occupations.of(row.occupation(), words.language())),
                        row.headcount(),
                        Objects.requireNonNullElse(regions.of(row.region(), words.language()), ""),
                        words.date(row.from()),
                        row.matched()))
                .toList();
    }

    private static List<String> all(List<StaffAtRisk> staff, Function<StaffAtRisk, @Nullable String> key) {
        return staff.stream().map(key).filter(Objects::nonNull).distinct().collect(Collectors.toList());
    }

    record Content(Shown.ShownLead lead, List<ShownStaff> staffAtRisk, int matched) {}

    record ShownStaff(
            String departmentHead,
            String occupation,
            int headcount,
            String region,
            @Nullable String from,
            int matched) {}
}
