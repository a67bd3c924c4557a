package nl.ruggespraak.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ruggespraak.audit.Action;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.matching.Catalogue;
import nl.ruggespraak.matching.CatalogueKind;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Checks;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a department head's answer to the inquiry. */
@Component
public class ReportStaffAtRisk {

    private static final int MOST_ROWS = 100;
    private static final int MOST_PEOPLE = 10_000;
    private static final int YEARS_AHEAD = 5;

    private final JdbcEscalations escalations;
    private final Meetings meetings;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    ReportStaffAtRisk(
            JdbcEscalations escalations, Meetings meetings, Catalogue catalogue, AuditTrail audit, Clock clock) {
        this.escalations = escalations;
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reports who is at risk in one department; nobody is a good answer too.
     *
     * @param departmentHead key of the person who was asked
     * @throws Refusal with everything that is wrong with what was typed
     */
    @Transactional
    public void report(long escalationId, String departmentHead, List<StaffAtRiskDraft> drafts) {
        Escalation escalation = escalations.get(escalationId);
        Instant now = clock.instant();
        LocalDate today =
                LocalDate.ofInstant(now, meetings.ofCycle(escalation.cycle()).zone());
        List<StaffAtRisk> staff = check(departmentHead, drafts, today);
        if (!escalations.reportStaff(escalationId, departmentHead, staff, now)) {
            throw Refusal.of("staffAtRisk", "refusal.staffAtRisk.closed");
        }
        audit.record(
                Action.STAFF_AT_RISK_REPORTED,
                escalation.subject(),
                escalation.organisation(),
                "people: " + staff.stream().mapToInt(StaffAtRisk::headcount).sum());
    }

    private List<StaffAtRisk> check(String departmentHead, List<StaffAtRiskDraft> drafts, LocalDate today) {
        Checks checks = new Checks();
        checks.plain().require(drafts.size() <= MOST_ROWS, "staffAtRisk", "tooMany", MOST_ROWS, drafts.size());
        checks.refuseIfAny();
        Map<String, String> occupations =
                catalogue.keys(CatalogueKind.OCCUPATION, each(drafts, StaffAtRiskDraft::occupation));
        Map<String, String> regions = catalogue.keys(CatalogueKind.REGION, each(drafts, StaffAtRiskDraft::region));
        List<StaffAtRisk> staff = new ArrayList<>();
        for (StaffAtRiskDraft draft : drafts) {
            Checks.Row row = checks.row("staffAtRisk", staff.size() + 1);
            String occupation = row.text("occupation", draft.occupation(), Catalogue.LONGEST_NAME);
            String region = row.optionalText("region", draft.region(), Catalogue.LONGEST_NAME);
            int headcount = 1;
            if (row.require(draft.headcount() != null, "headcount", "missing")) {
                headcount = row.number("headcount", draft.headcount(), 1, MOST_PEOPLE, 1);
            }
            row.day("from", draft.from(), today, YEARS_AHEAD);
            staff.add(new StaffAtRisk(
                    departmentHead,
                    occupations.getOrDefault(occupation, occupation),
                    headcount,
                    regions.get(region),
                    draft.from(),
                    0));
        }
        checks.refuseIfAny();
        return staff;
    }

    private static Set<String> each(List<StaffAtRiskDraft> drafts, Function<StaffAtRiskDraft, @Nullable String> words) {
        return drafts.stream()
                .map(words)
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
