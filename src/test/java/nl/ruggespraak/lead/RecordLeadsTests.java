package nl.ruggespraak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.meeting.CycleStatus;
import nl.ruggespraak.meeting.Meetings;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@RuggespraakTest
@Transactional
class RecordLeadsTests {

    @Autowired
    private RecordLeads recordLeads;

    @Autowired
    private Leads leads;

    @Autowired
    private Meetings meetings;

    @Autowired
    private CycleRows rows;

    @Test
    void keepsTheLeadsInTheirOrderAndNotesThatSomebodyAttended() {
        String cycle = rows.aBriefedCycle();
        long ask = rows.aCarriedAsk(cycle, "lnv-adviser-1", "CANDIDATE", "meat-inspector");

        List<Long> ids = recordLeads.record(
                cycle,
                true,
                List.of(
                        aDemand(),
                        new LeadDraft("TALK_ARRANGED", " A talk ", null, null, null, null, null, null, null, ask)),
                "lnv-representative");

        assertThat(leads.of(cycle)).extracting(Lead::id).isEqualTo(ids);
        Lead demand = leads.get(ids.get(0));
        assertThat(demand.kind()).isEqualTo(LeadKind.STAFF_DEMAND);
        assertThat(demand.headcount()).isEqualTo(25);
        assertThat(demand.occupation()).isEqualTo("road-inspector");
        assertThat(demand.organisation()).isEqualTo("rws");
        assertThat(demand.startsOn()).isEqualTo(rows.today().plusDays(180));
        Lead talk = leads.get(ids.get(1));
        assertThat(talk.title()).isEqualTo("A talk");
        assertThat(talk.headcount()).isEqualTo(1);
        assertThat(talk.answersAsk()).isEqualTo(ask);
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.ATTENDED);
        assertThat(meetings.cycle(cycle).attended()).isTrue();
    }

    @Test
    void takesNothingBackFromAMeetingForAnAnswerToo() {
        String cycle = rows.aBriefedCycle();
        assertThat(recordLeads.record(cycle, false, List.of(), "lnv-representative"))
                .isEmpty();
        assertThat(meetings.cycle(cycle).attended()).isFalse();
    }

    @Test
    void refusesLeadsOfSomebodyWhoWasNotThere() {
        assertThat(problems(rows.aBriefedCycle(), false, List.of(aDemand())))
                .extracting(Problem::message)
                .containsExactly("refusal.leads.notAttended");
    }

    @Test
    void refusesToRecordTwice() {
        String cycle = rows.aBriefedCycle();
        recordLeads.record(cycle, true, List.of(), "lnv-representative");
        assertThatThrownBy(() -> recordLeads.record(cycle, true, List.of(aDemand()), "lnv-representative"))
                .isInstanceOf(Refusal.class);
        assertThat(leads.of(cycle)).isEmpty();
    }

    @Test
    void refusesMoreThanAHundredRows() {
        assertThat(problems(rows.aBriefedCycle(), true, Collections.nCopies(101, aDemand())))
                .extracting(Problem::message)
                .containsExactly("refusal.leads.tooMany");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceWithItsRow() {
        List<Problem> problems = problems(
                rows.aBriefedCycle(),
                true,
                List.of(
                        aDemand(),
                        new LeadDraft("STAFF_SURPLUS", " ", null, "w".repeat(121), null, -1L, null, null, null, null)));
        assertThat(problems).extracting(Problem::row).containsOnly(2);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "refusal.title.missing",
                        "refusal.occupation.tooLong",
                        "refusal.headcount.outOfRange",
                        "refusal.organisation.missing");
    }

    @ParameterizedTest
    @MethodSource("impossibleLeads")
    void refusesWhatCannotBe(String message, String field, @Nullable Object value) {
        String cycle = rows.aBriefedCycle();
        assertThat(problems(cycle, true, List.of(aDemand(field, value))))
                .extracting(Problem::message)
                .containsExactly("refusal." + message);
        assertThat(leads.of(cycle)).isEmpty();
        assertThat(meetings.cycle(cycle).status()).isEqualTo(CycleStatus.BRIEFED);
    }

    static Stream<Arguments> impossibleLeads() {
        return Stream.of(
                Arguments.of("kind.unknown", "kind", "GOSSIP"),
                Arguments.of("kind.unknown", "kind", null),
                Arguments.of("title.missing", "title", null),
                Arguments.of("title.missing", "title", " "),
                Arguments.of("title.tooLong", "title", "x".repeat(201)),
                Arguments.of("details.tooLong", "details", "x".repeat(4_001)),
                Arguments.of("occupation.tooLong", "occupation", "w".repeat(121)),
                Arguments.of("region.tooLong", "region", "m".repeat(121)),
                Arguments.of("headcount.outOfRange", "headcount", -1L),
                Arguments.of("headcount.outOfRange", "headcount", 0L),
                Arguments.of("headcount.outOfRange", "headcount", 1_000_000_000L),
                Arguments.of("startsOn.past", "startsOn", -1),
                Arguments.of("startsOn.tooFar", "startsOn", 5 * 366),
                Arguments.of("organisation.missing", "organisation", null),
                Arguments.of("organisation.own", "organisation", "lnv"),
                Arguments.of("organisation.unknown", "organisation", "nasa"),
                Arguments.of("contact.tooLong", "contact", "x".repeat(201)),
                Arguments.of("answersAsk.notCarried", "answersAsk", -7L));
    }

    @Test
    void refusesToAnswerAnAskThatWasNotCarriedOrIsOfAnotherMeeting() {
        String cycle = rows.aBriefedCycle();
        long left = rows.anAsk(cycle, "lnv-adviser-1", "VACANCY", null, false, rows.longAgo());
        long elsewhere = rows.aCarriedAsk(rows.aBriefedCycle(), "lnv-adviser-1", "VACANCY", null);
        for (long ask : new long[] {left, elsewhere}) {
            assertThat(problems(
                            cycle,
                            true,
                            List.of(new LeadDraft("OTHER", "News", null, null, null, null, null, null, null, ask))))
                    .extracting(Problem::message)
                    .containsExactly("refusal.answersAsk.notCarried");
        }
    }

    @Test
    void keepsScriptAsTheTextThatItIs() {
        String cycle = rows.aBriefedCycle();
        String script = "<script>alert('{0}')</script>";
        List<Long> ids = recordLeads.record(
                cycle,
                true,
                List.of(new LeadDraft("OTHER", script, script, null, null, null, null, null, script, null)),
                "lnv-representative");
        assertThat(leads.get(ids.get(0)).title()).isEqualTo(script);
    }

    private List<Problem> problems(String cycle, boolean attended, List<LeadDraft> drafts) {
        return catchThrowableOfType(
                        Refusal.class, () -> recordLeads.record(cycle, attended, drafts, "lnv-representative"))
                .problems();
    }

    private LeadDraft aDemand() {
        return aDemand("", null);
    }

    /** A demand with one field changed; dates are days from today. */
    private LeadDraft aDemand(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("kind", "STAFF_DEMAND");
        fields.put("title", "Recruits road inspectors");
        fields.put("details", "Starts recruiting next month");
        fields.put("occupation", "road-inspector");
        fields.put("region", "utrecht");
        fields.put("headcount", 25L);
        fields.put("startsOn", 180);
        fields.put("organisation", "rws");
        fields.put("contact", "Ingrid van den Berg");
        fields.put(field, value);
        return new LeadDraft(
                (String) fields.get("kind"),
                (String) fields.get("title"),
                (String) fields.get("details"),
                (String) fields.get("occupation"),
                (String) fields.get("region"),
                (Long) fields.get("headcount"),
                rows.today().plusDays(fields.get("startsOn") instanceof Integer days ? days : 0),
                (String) fields.get("organisation"),
                (String) fields.get("contact"),
                (Long) fields.get("answersAsk"));
    }
}
