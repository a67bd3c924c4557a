package nl.ruggespraak.reportback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.lead.Leads;
import nl.ruggespraak.matching.OtherSide;
import nl.ruggespraak.meeting.Meeting;
import nl.ruggespraak.meeting.MeetingCycle;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts the personal answers: exactly one for every ask that was carried, and one for each colleague whom a lead concerns that answers no
 * ask.
 */
@Component
public class DraftReportBacks {

    /** Asks that are older are taken to be over. */
    private static final Duration ASKS_LIVE = Duration.ofDays(365);

    private final Meetings meetings;
    private final Leads leads;
    private final OtherSide otherSide;
    private final People people;
    private final DraftTexts texts;
    private final JdbcReportBacks reportBacks;
    private final WorkingDays workingDays;
    private final Clock clock;

    DraftReportBacks(
            Meetings meetings,
            Leads leads,
            OtherSide otherSide,
            People people,
            DraftTexts texts,
            JdbcReportBacks reportBacks,
            WorkingDays workingDays,
            Clock clock) {
        this.meetings = meetings;
        this.leads = leads;
        this.otherSide = otherSide;
        this.people = people;
        this.texts = texts;
        this.reportBacks = reportBacks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Drafts what is not drafted yet; done twice, it changes nothing. */
    @Transactional
    public Deadlines draft(String cycleKey) {
        MeetingCycle cycle = meetings.cycle(cycleKey);
        Meeting meeting = meetings.get(cycle.meeting());
        List<Lead> brought = leads.of(cycleKey);
        DraftTexts.Setting setting = texts.setting(meeting, cycle, brought);
        List<NewDraft> drafts = new ArrayList<>(answers(cycleKey, brought, setting));
        drafts.addAll(news(cycle, brought, setting));
        reportBacks.add(cycleKey, drafts);
        return deadlines(meeting);
    }

    /** Due at the end of a working day, usually the next; the manager hears of it a working day later. */
    private Deadlines deadlines(Meeting meeting) {
        Instant now = clock.instant();
        int days = meeting.deadlines().of(Deadline.REPORT_BACKS);
        return new Deadlines(
                workingDays.eveningAfter(now, days, meeting.zone()),
                workingDays.eveningAfter(now, days + 1, meeting.zone()));
    }

    private List<NewDraft> answers(String cycle, List<Lead> brought, DraftTexts.Setting setting) {
        Map<Long, List<Lead>> found = brought.stream()
                .filter(lead -> lead.answersAsk() != null)
                .collect(Collectors.groupingBy(lead -> lead.answersAsk() == null ? 0 : lead.answersAsk()));
        return reportBacks.unansweredAsks(cycle).stream()
                .map(ask -> answer(ask, found.getOrDefault(ask.id(), List.of()), setting))
                .toList();
    }

    private NewDraft answer(JdbcReportBacks.CarriedAsk ask, List<Lead> found, DraftTexts.Setting setting) {
        return new NewDraft(
                ask.colleague(),
                ask.id(),
                found.isEmpty() ? null : found.get(0).id(),
                texts.answer(setting, ask, found),
                found.stream().anyMatch(lead -> lead.kind().asksForAction()));
    }

    private List<NewDraft> news(MeetingCycle cycle, List<Lead> brought, DraftTexts.Setting setting) {
        List<NewDraft> news = new ArrayList<>();
        for (Lead lead : brought) {
            if (lead.answersAsk() == null) {
                for (Person colleague : concerned(cycle, lead)) {
                    news.add(new NewDraft(
                            colleague.key(),
                            null,
                            lead.id(),
                            texts.news(setting, colleague, lead),
                            lead.kind().asksForAction()));
                }
            }
        }
        return news;
    }

    /** Those who asked for what is on the other side of the lead; when there is nobody, the managers, and without these the representative. */
    private Collection<Person> concerned(MeetingCycle cycle, Lead lead) {
        if (lead.occupation() != null) {
            List<String> askers = otherSide.askers(
                    cycle.organisation(),
                    lead.occupation(),
                    lead.kind().otherSide(),
                    clock.instant().minus(ASKS_LIVE));
            if (!askers.isEmpty()) {
                return people.all(askers).values();
            }
        }
        List<Person> managers = people.of(cycle.organisation(), EnumSet.of(Role.MANAGER));
        return managers.isEmpty() ? List.of(people.get(cycle.representative())) : managers;
    }

    /**
     * @param dueAt until when the representative reviews and sends them
     * @param overdueAt when the manager is told that this has not happened
     */
    public record Deadlines(Instant dueAt, Instant overdueAt) {}

    /** A draft that is about to be kept. */
    record NewDraft(
            String recipient, @Nullable Long ask, @Nullable Long lead, String text, boolean asksForAction) {}
}
