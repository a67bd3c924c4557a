package nl.ruggespraak.privacy;

import static nl.ruggespraak.process.EngineByHand.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.ask.AskRoundStatus;
import nl.ruggespraak.ask.Asks;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Person;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.result.Evaluations;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is erased is found nowhere any more, in no column of any table; and was found before, so that the search is no sleeper. */
@RuggespraakTest
class ErasePersonTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String REPRESENTATIVE = "lnv-representative";

    @Autowired
    private ErasePerson erasePerson;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Autowired
    private Asks asks;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private People people;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    private EveryTextColumn everyColumn;
    private String colleague = "";
    private String firstName = "";

    @BeforeEach
    void hireAColleague() {
        everyColumn = new EveryTextColumn(jdbc);
        int number = NUMBER.incrementAndGet();
        colleague = "lnv-kathe-vandijk-" + number;
        firstName = "Käthe" + (char) ('a' + number);
        hire(colleague, firstName, "van d'Ijk");
    }

    @AfterEach
    void letEverybodyGo() {
        engine.resetClock();
        jdbc.sql("update ruggespraak.person set active = false where key like 'lnv-kathe-%'")
                .update();
    }

    @Test
    void erasesACandidateFromEveryColumnAndKeepsTheCounts() {
        String name = "Zoë O'Hara-Ten Brink " + (char) ('A' + NUMBER.get());
        String cycle = theWholeWay("lnv-adviser-1", name);
        long escalation = rows.value(Long.class, "select id from ruggespraak.escalation where cycle = ?", cycle);
        rows.change("update ruggespraak.escalation set decision_reason = ? where id = ?", "For " + name, escalation);
        rows.change(
                "insert into ruggespraak.deal (escalation, agreed, headcount, terms, agreed_by, agreed_at) values (?, true, 1, ?, 'lnv-director', now())",
                escalation,
                name + " begins first");
        var evaluated = evaluations.of(List.of(cycle));

        assertThat(everyColumn.with(name))
                .contains(
                        "ruggespraak.ask.candidate",
                        "ruggespraak.ask.details",
                        "ruggespraak.lead.contact",
                        "ruggespraak.report_back.text",
                        "ruggespraak.follow_up.details",
                        "ruggespraak.escalation.decision_reason",
                        "ruggespraak.deal.terms",
                        "ruggespraak.mail.text_body",
                        "ruggespraak.mail.html_body",
                        "act_hi_comment.message_",
                        "act_hi_comment.full_msg_",
                        "act_hi_attachment.name_",
                        "act_hi_varinst.text_",
                        "act_ge_bytearray.bytes_");
        assertThat(erasePerson.lookForCandidate(name, null).places())
                .extracting(Place::label)
                .contains(
                        "ask", "report_back", "mail", "deal", "engine.comment", "engine.attachment", "engine.variable");

        assertThat(eraseCandidate(name.toUpperCase())).isOne();

        assertThat(everyColumn.with(name)).isEmpty();
        assertThat(erasePerson.lookForCandidate(name, null).places()).isEmpty();
        assertThat(evaluations.of(List.of(cycle))).isEqualTo(evaluated);
        assertThat(asks.of(cycle)).hasSize(2);
        assertThat(asks.of(cycle).get(0).title())
                .as("a title tells of the person, too")
                .isEqualTo("—");
        assertThat(asks.of(cycle).get(1).title()).as("another ask").isEqualTo("Who trains inspectors?");
        assertThat(jdbc.sql(
                                "select count(*) from ruggespraak.audit where action = 'PERSON_ERASED' and subject = 'ask/' || :ask")
                        .param("ask", asks.of(cycle).get(0).id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void erasesAColleagueFromEveryColumnButTheTrailThatCanOnlyGrow() {
        String cycle = theWholeWay(colleague, "Some Body-Else");
        rows.change("update ruggespraak.person set deputy = ? where key = 'lnv-adviser-2'", colleague);
        rows.change(
                "update ruggespraak.meeting_cycle set announcement = ? where key = ?",
                "Ask " + firstName + " van d'Ijk, she knows",
                cycle);
        Filter filter = filters.newTaskFilter("Of " + firstName + " van d'Ijk");
        filter.setOwner(colleague);
        filter.setQuery(tasks.createTaskQuery().taskAssignee(colleague));
        filters.saveFilter(filter);
        Person before = people.get(colleague);
        List<Task> open = engine.tasks(cycle, "userTask_actOnReportBack");
        assertThat(open).extracting(Task::getAssignee).contains(colleague);
        String neighbour = colleague + "0";
        hire(neighbour, "Thekla", "van d'Ijksma");

        assertThat(everyColumn.with(colleague))
                .contains(
                        "ruggespraak.person.key",
                        "ruggespraak.ask.colleague",
                        "ruggespraak.mail.key",
                        "ruggespraak.calendar_copy.person",
                        "act_id_user.id_",
                        "act_ru_task.assignee_",
                        "act_ru_filter.query_",
                        "act_hi_varinst.text_",
                        "act_hi_op_log.user_id_",
                        "act_ru_authorization.user_id_");
        assertThat(everyColumn.with(before.email()))
                .contains("ruggespraak.mail.address", "ruggespraak.mail.calendar", "act_id_user.email_");

        String former = eraseColleague(colleague);

        // What is left is that of the neighbour whose key begins with it.
        jdbc.sql("delete from ruggespraak.person_role where person = :n")
                .param("n", neighbour)
                .update();
        eraseColleague(neighbour);
        assertThat(everyColumn.with(colleague)).isSubsetOf("ruggespraak.audit.actor", "ruggespraak.audit.subject");
        assertThat(everyColumn.with(firstName + " van d'Ijk")).isEmpty();
        assertThat(everyColumn.with(firstName)).isEmpty();
        assertThat(everyColumn.with(before.email())).isEmpty();
        assertThat(everyColumn.with("06-" + colleague.hashCode())).isEmpty();

        assertThat(people.find(colleague)).isEmpty();
        assertThat(people.get(former).name()).isEqualTo("A former colleague");
        assertThat(people.get(former).active()).isFalse();
        assertThat(people.get("lnv-adviser-2").deputy()).isNull();
        assertThat(asks.of(cycle)).extracting("colleague").containsOnly(former);
        assertThat(identity.createUserQuery().userId(colleague).count()).isZero();
        assertThat(engine.tasks(cycle, "userTask_actOnReportBack"))
                .hasSameSizeAs(open)
                .extracting(Task::getAssignee)
                .doesNotContain(former, colleague)
                .contains(REPRESENTATIVE);
        String mine = engine.tasks(cycle, "userTask_actOnReportBack").stream()
                .filter(task -> REPRESENTATIVE.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow()
                .getId();
        engine.as(REPRESENTATIVE, () -> {
            tasks.complete(mine, Map.of("outcome", "TALK_HELD", "details", "Somebody else went"));
            return mine;
        });
    }

    @Test
    void leavesANeighbourWhoseKeyBeginsAlike() {
        String neighbour = colleague + "0";
        hire(neighbour, "Thekla", "van d'Ijksma");
        eraseColleague(colleague);
        assertThat(people.get(neighbour).name()).isEqualTo("Thekla van d'Ijksma");
        assertThat(identity.createUserQuery().userId(neighbour).count()).isOne();
    }

    @Test
    void closesAnOpenAskRoundThatNobodyElseCanAnswer() {
        String cycle = announcedTo(colleague);
        String former = eraseColleague(colleague);
        engine.work(cycle);
        assertThat(engine.tasks(cycle, "userTask_giveAsks")).isEmpty();
        assertThat(asks.round(cycle, former).orElseThrow().status()).isEqualTo(AskRoundStatus.CLOSED);
    }

    @Test
    void refusesToEraseOneself() {
        assertThat(refused(() -> erasePerson.eraseColleague("admin", "admin", List.of())))
                .contains("refusal.erase.self");
    }

    @Test
    void refusesToLeaveOpenWorkToNobody() {
        // The only one of an organisation who can be asked, once the others have gone.
        rows.change(
                "insert into ruggespraak.organisation (key, name) values (?, ?)",
                "org-" + colleague.length() + NUMBER,
                "Alone");
        String alone = colleague + "-alone";
        hire(alone, "Käthe", "Alone");
        rows.change(
                "update ruggespraak.person set organisation = ? where key = ?",
                "org-" + colleague.length() + NUMBER,
                alone);
        Task task = tasks.newTask();
        task.setAssignee(alone);
        tasks.saveTask(task);
        try {
            assertThat(refused(() -> erasePerson.eraseColleague(alone, "admin", List.of())))
                    .containsExactly("refusal.erase.noSuccessor");
            assertThat(people.find(alone)).isPresent();
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void refusesToLookForNothing() {
        assertThat(refused(() -> erasePerson.lookForCandidate(" ", null))).containsExactly("refusal.candidate.missing");
        assertThat(refused(() -> erasePerson.eraseCandidate("J. B.", null, List.of())))
                .containsExactly("refusal.candidate.tooShort");
    }

    @Test
    void everyRowFollowsThePersonWhoseItIs() {
        assertThat(jdbc.sql("""
                                select conrelid::regclass || '.' || conname from pg_constraint
                                where contype = 'f' and confrelid = 'ruggespraak.person'::regclass and confupdtype <> 'c'
                                """).query(String.class).list())
                .as("references to a person need “on update cascade”, or a person cannot be erased")
                .isEmpty();
    }

    @Test
    void keepsNoWordsOfFormsInTheHistoryOfTheEngine() {
        String cycle = theWholeWay("lnv-adviser-1", "Nobody In Particular");
        List<String> kept =
                jdbc.sql("""
                        select distinct v.name_ from act_hi_varinst v join act_hi_procinst p on p.proc_inst_id_ = v.proc_inst_id_
                        where p.business_key_ = :cycle
                        union select distinct d.name_ from act_hi_detail d join act_hi_procinst p on p.proc_inst_id_ = d.proc_inst_id_
                        where p.business_key_ = :cycle and d.name_ is not null
                        """).param("cycle", cycle).query(String.class).list();
        assertThat(kept)
                .contains("representative", "organisation")
                .doesNotContain(
                        "asks",
                        "nothingToAsk",
                        "carriedAsks",
                        "leads",
                        "reportBacks",
                        "details",
                        "announcement",
                        "terms");
    }

    @Test
    void saysOfAllHistoryThatIsOverWhenItIsRemoved() {
        String cycle = announcedTo("lnv-adviser-1");
        engine.complete("lnv-adviser-1", cycle, "userTask_giveAsks", Map.of("nothingToAsk", true));
        for (String table :
                List.of("act_hi_procinst", "act_hi_taskinst", "act_hi_actinst", "act_hi_varinst", "act_hi_detail")) {
            assertThat(jdbc.sql("""
                                    select distinct removal_time_ - end_time_ from (
                                        select h.removal_time_, p.end_time_ from %s h
                                        join act_hi_procinst p on p.proc_inst_id_ = h.proc_inst_id_
                                        where p.business_key_ = :cycle and p.proc_def_key_ = 'ask-round' and p.end_time_ is not null) as over
                                    """.formatted(table))
                            .param("cycle", cycle)
                            .query((row, index) -> String.valueOf(row.getString(1)))
                            .list())
                    .as(table)
                    .containsExactly("180 days");
        }
    }

    /** From the asks of a colleague, one of them about this candidate, until the first answer; and a remark everywhere one can be left. */
    private String theWholeWay(String adviser, String candidate) {
        String cycle = announcedTo(adviser);
        Task giving = engine.task(adviser, cycle, "userTask_giveAsks");
        engine.as(adviser, () -> {
            tasks.createComment(giving.getId(), giving.getProcessInstanceId(), candidate + " called me");
            tasks.createAttachment(
                    "text/plain",
                    giving.getId(),
                    giving.getProcessInstanceId(),
                    "CV of " + candidate,
                    "",
                    new ByteArrayInputStream(("I am " + candidate).getBytes(StandardCharsets.UTF_8)));
            return cycle;
        });
        tasks.setVariable(giving.getId(), "remark", "about " + candidate);
        tasks.setVariable(giving.getId(), "remarks", json("{\"who\": \"" + candidate + "\"}"));
        engine.complete(adviser, cycle, "userTask_giveAsks", Map.of("asks", json("""
                        [{"kind": "CANDIDATE", "title": "Our best inspector", "details": "%1$s is known to the director",
                          "candidate": "%1$s", "pitch": "Knows every road", "agreedOn": "2026-01-15", "occupation": "meat-inspector"},
                         {"kind": "QUESTION", "title": "Who trains inspectors?"}]
                        """.formatted(candidate))));
        engine.fire(cycle, "timer_asksClose");
        long ask = asks.of(cycle).get(0).id();
        long question = asks.of(cycle).get(1).id();
        engine.complete(
                REPRESENTATIVE,
                cycle,
                "userTask_prepareBriefing",
                Map.of("carriedAsks", json(List.of(ask, question).toString())));
        engine.fire(cycle, "timer_meetingStarts");
        engine.complete(
                REPRESENTATIVE, cycle, "userTask_recordLeads", Map.of("attended", true, "leads", json("""
                        [{"kind": "TALK_ARRANGED", "title": "A talk", "organisation": "meierij", "contact": "Ask for %1$s",
                          "details": "%1$s can come on Monday", "answersAsk": %2$d},
                         {"kind": "STAFF_DEMAND", "title": "25 road inspectors", "occupation": "road-inspector", "headcount": 25,
                          "organisation": "rws"}]
                        """.formatted(
                                candidate, ask))));
        engine.complete(
                REPRESENTATIVE,
                cycle,
                "userTask_sendReportBacks",
                Map.of(
                        "reportBacks",
                        json(jdbc.sql("""
                                select json_agg(json_build_object('reportBack', id, 'text', text || ' ' || :name, 'send', true))::text
                                from ruggespraak.report_back where cycle = :cycle
                                """)
                                .param("name", "About " + candidate)
                                .param("cycle", cycle)
                                .query(String.class)
                                .single())));
        long answer = rows.value(Long.class, "select id from ruggespraak.report_back where ask = ?", ask);
        rows.change("""
                insert into ruggespraak.follow_up (report_back, outcome, details, headcount, next_step_on, recorded_by, recorded_at)
                values (?, 'NOT_YET', ?, 0, current_date + 30, ?, now())
                """, answer, candidate + " thinks about it", adviser);
        return cycle;
    }

    private int eraseCandidate(String name) {
        return engine.as(
                "admin",
                () -> erasePerson.eraseCandidate(
                        name, null, erasePerson.lookForCandidate(name, null).sure()));
    }

    private String eraseColleague(String key) {
        return engine.as(
                "admin",
                () -> erasePerson.eraseColleague(
                        key, "admin", erasePerson.lookForColleague(key).sure()));
    }

    private String announcedTo(String adviser) {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        engine.fire(cycle, "timer_announcementDue");
        engine.complete(
                REPRESENTATIVE, cycle, "userTask_announceMeeting", Map.of("colleagues", json("[\"" + adviser + "\"]")));
        return cycle;
    }

    private void hire(String key, String firstName, String lastName) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email, phone)
                        values (:key, 'lnv', :first, :last, :key || '@lnv.example', :phone)
                        """)
                .param("key", key)
                .param("first", firstName)
                .param("last", lastName)
                .param("phone", "06-" + key.hashCode())
                .update();
        jdbc.sql("insert into ruggespraak.person_role (person, role) values (:key, 'ADVISER')")
                .param("key", key)
                .update();
        var user = identity.newUser(key);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(key + "@lnv.example");
        user.setPassword("Not-important-1");
        identity.saveUser(user);
        identity.createMembership(key, "advisers");
        identity.createTenantUserMembership("lnv", key);
    }

    private static List<String> refused(ThrowingCallable erasing) {
        return catchThrowableOfType(Refusal.class, erasing).problems().stream()
                .map(Problem::message)
                .toList();
    }
}
