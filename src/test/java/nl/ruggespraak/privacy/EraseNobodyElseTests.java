package nl.ruggespraak.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.People;
import nl.ruggespraak.process.EngineByHand;
import nl.ruggespraak.process.MeetingFixture;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** Erasing one person changes nothing of anybody else's: what is not chosen stays to the letter, and a key is no word. */
@RuggespraakTest
// With a database of its own: each fact reads all of it before and after, and what all other tests leave fills the
// memory.
@TestPropertySource(properties = "test.database=erase-nobody-else")
@Transactional
class EraseNobodyElseTests {

    @Autowired
    private ErasePerson erasePerson;

    @Autowired
    private EngineByHand engine;

    @Autowired
    private MeetingFixture fixture;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private People people;

    @Autowired
    private CycleRows rows;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "jo",
                "sam",
                "lnv",
                "odbn",
                "chairs",
                "director",
                "directors",
                "meeting",
                "null",
                "host",
                "representative",
                "colleague",
                "assignee",
                "actor",
                "true",
                "en",
                "candidate",
                "advisers",
                "camunda-admin",
                "meat-inspector",
                "userid"
            })
    void erasesASignInNameThatIsAnotherWordToo(String key) {
        hire("rws", "other-" + key, key.substring(0, 1).toUpperCase() + key.substring(1), "Elsewhere");
        hire("lnv", "mate-" + key, key, key);
        hire("lnv", key, "Zwaantje", "Ooievaar");
        String cycle = rows.anAttendedCycle();
        long ask = rows.aCarriedAsk(cycle, key, "QUESTION", null);
        rows.change(
                "update ruggespraak.ask set title = ?, details = ? where id = ?",
                key,
                "About " + key + ", " + key,
                ask);
        mail("announcement/" + key + "/" + key + "/" + key, key, cycle, "To " + key);
        mail(
                "announcement/" + key + "/" + key + "/mate-" + key,
                "mate-" + key,
                cycle,
                "Dear " + key + ", the " + key + " of " + key);
        String meeting = fixture.aPlannedMeeting();
        String remark = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(meeting + "/lnv")
                .list()
                .get(0)
                .getId();
        runtime.setVariable(remark, "remark", key);
        Map<String, TreeSet<String>> before = everything();

        String former = erase(key);

        assertThat(people.find(key)).isEmpty();
        assertThat(identity.createUserQuery().userId(key).count()).isZero();
        assertThat(rows.value(String.class, "select colleague from ruggespraak.ask where id = ?", ask))
                .isEqualTo(former);
        assertThat(rows.value(String.class, "select title || details from ruggespraak.ask where id = ?", ask))
                .isEqualTo(key + "About " + key + ", " + key);
        assertThat(rows.value(String.class, "select key from ruggespraak.mail where recipient = ?", former))
                .isEqualTo("announcement/" + key + "/" + key + "/" + former);
        assertThat(rows.value(String.class, "select key from ruggespraak.mail where recipient = ?", "mate-" + key))
                .isEqualTo("announcement/" + key + "/" + key + "/mate-" + key);
        assertThat(runtime.getVariable(remark, "remark")).isEqualTo(key);
        assertThat(people.get("mate-" + key).name()).isEqualTo(key + " " + key);
        assertOnlyTheseChanged(before, Set.of(key, former, "Zwaantje"));
    }

    @Test
    void erasesAChairWhoIsCalledAsTheRole() {
        String meeting = fixture.aPlannedMeeting();
        hire(null, "chair-2", "Chair", "Chair");
        jdbc.sql("insert into ruggespraak.network_chair (network, person) values ('sam', 'chair-2')")
                .update();
        String former = erase("chair");
        assertThat(people.find("chair")).isEmpty();
        assertThat(rows.value(Integer.class, "select count(*) from ruggespraak.network_chair where person = 'chair-2'"))
                .isOne();
        assertThat(rows.value(String.class, "select planned_by from ruggespraak.meeting where key = ?", meeting))
                .as("an open meeting is the other chair's to lead")
                .isEqualTo("chair-2");
        assertThat(rows.value(Integer.class, "select count(*) from ruggespraak.person where key = ?", former))
                .isOne();
    }

    @Test
    void leavesEverybodyElseWhoIsCalledSo() {
        hire("lnv", "anna", "Anna", "Berg");
        hire("rws", "rws-anna", "Anna", "Berg");
        hire("rws", "rws-anna-2", "Anna", "Zee");
        hire("lnv", "lnv-anna", "anna", "Bergsma");
        String ours = rows.anAttendedCycle();
        String theirs = rows.aCycle("rws", "ATTENDED");
        long own = question(ours, "lnv-adviser-1", "Anna Berg knows; Anna Bergsma and Joanna Berg do not. anna berg!");
        long longer = question(ours, "lnv-adviser-2", "With Anna Berg-de Wit, not Marie Anna Berg");
        long elsewhere = question(theirs, "rws-adviser-1", "Call Anna Berg of ours");
        rows.change(
                "update ruggespraak.meeting set title = 'Anna Berg meets SAM', topic = 'Anna and the rest' where key = ?",
                meeting(ours));

        Findings found = erasePerson.lookForColleague("anna");
        assertThat(found.places())
                .extracting(Place::doubt)
                .contains(null, Doubt.LONGER_NAME, Doubt.OTHER_ORGANISATION, Doubt.MEETING_TITLE, Doubt.FIRST_NAME);
        assertThat(found.places()).anySatisfy(place -> {
            assertThat(place.label()).isEqualTo("ask");
            assertThat(place.organisation()).isEqualTo("lnv");
            assertThat(place.meeting()).isEqualTo(meeting(ours));
            assertThat(place.name()).isEqualTo("Anna Berg");
            assertThat(place.after()).startsWith(" knows; ");
        });
        erase("anna");

        assertThat(details(own)).isEqualTo("— knows; Anna Bergsma and Joanna Berg do not. —!");
        assertThat(details(longer)).isEqualTo("With Anna Berg-de Wit, not Marie Anna Berg");
        assertThat(details(elsewhere)).isEqualTo("Call Anna Berg of ours");
        assertThat(rows.value(
                        String.class, "select title || topic from ruggespraak.meeting where key = ?", meeting(ours)))
                .isEqualTo("Anna Berg meets SAMAnna and the rest");
        assertThat(List.of("rws-anna", "rws-anna-2", "lnv-anna"))
                .extracting(key -> people.get(key).name())
                .containsExactly("Anna Berg", "Anna Zee", "anna Bergsma");
    }

    @Test
    void proposesNothingWhereANamesakeWorks() {
        hire("lnv", "lnv-pim", "Pim", "Pauw");
        hire("lnv", "lnv-pim-2", "Pim", "Pauw");
        rows.change("update ruggespraak.person set phone = '070-1' where key like 'lnv-pim%'");
        long ask = question(rows.anAttendedCycle(), "lnv-adviser-1", "Pim Pauw, 070-1, lnv-pim@lnv.example");
        assertThat(erasePerson.lookForColleague("lnv-pim").places())
                .filteredOn(place -> place.label().equals("ask"))
                .extracting(Place::name, Place::doubt)
                .containsExactlyInAnyOrder(
                        tuple("Pim Pauw", Doubt.NAMESAKE),
                        tuple("070-1", Doubt.NAMESAKE),
                        tuple("lnv-pim@lnv.example", null));
        erase("lnv-pim");
        assertThat(details(ask)).isEqualTo("Pim Pauw, 070-1, —");
    }

    @Test
    void erasesTheCandidateOfOneOrganisationOnly() {
        String ours = rows.aCycle("lnv", "ATTENDED");
        String theirs = rows.aCycle("rws", "ATTENDED");
        long one = candidate(ours, "lnv-adviser-1", "Jan Jansen");
        long other = candidate(theirs, "rws-adviser-1", "Jan Jansen");

        assertThat(erasePerson.lookForCandidate("Jan Jansen", null).sure())
                .as("nobody knows which of both is meant")
                .isEmpty();
        Findings found = erasePerson.lookForCandidate("jan jansen", "lnv");
        assertThat(found.places()).extracting(Place::organisation).contains("lnv", "rws");
        assertThat(engine.as("admin", () -> erasePerson.eraseCandidate("jan jansen", "lnv", found.sure())))
                .isOne();

        assertThat(rows.value(
                        String.class,
                        "select title || coalesce(candidate, '') || details from ruggespraak.ask where id = ?",
                        one))
                .isEqualTo("—");
        assertThat(rows.value(
                        String.class, "select title || candidate || details from ruggespraak.ask where id = ?", other))
                .isEqualTo("Jan Jansen looks for workJan JansenCall Jan Jansen");
    }

    @Test
    void erasesWhatIsTickedAndNothingElse() {
        String theirs = rows.aCycle("rws", "ATTENDED");
        String ours = rows.aCycle("lnv", "ATTENDED");
        long ask = candidate(ours, "lnv-adviser-1", "Kee Quist");
        long kept = question(ours, "lnv-adviser-2", "Kee Quist is a friend");
        long elsewhere = question(theirs, "rws-adviser-1", "We met Kee Quist");
        List<String> ticked = erasePerson.lookForCandidate("Kee Quist", null).places().stream()
                .filter(place -> place.doubt() == Doubt.OTHER_ORGANISATION)
                .map(Place::id)
                .toList();
        assertThat(ticked).hasSize(1);
        engine.as("admin", () -> erasePerson.eraseCandidate("Kee Quist", null, ticked));
        assertThat(details(elsewhere)).isEqualTo("We met —");
        assertThat(details(kept)).isEqualTo("Kee Quist is a friend");
        assertThat(rows.value(String.class, "select candidate from ruggespraak.ask where id = ?", ask))
                .isEqualTo("Kee Quist");
    }

    @Test
    void refusesWhatHasChangedSinceItWasShown() {
        String cycle = rows.aCycle("lnv", "ATTENDED");
        candidate(cycle, "lnv-adviser-1", "Lot Looyen");
        long mention = question(cycle, "lnv-adviser-2", "Lot Looyen is a friend");
        List<String> ticked = erasePerson.lookForCandidate("Lot Looyen", null).sure();
        rows.change("update ruggespraak.ask set details = 'Lot Looyen is a friend of ours' where id = ?", mention);
        Refusal refused =
                catchThrowableOfType(Refusal.class, () -> erasePerson.eraseCandidate("Lot Looyen", null, ticked));
        assertThat(refused.problems()).extracting(Problem::message).containsExactly("refusal.erase.changed");
        assertThat(details(mention)).isEqualTo("Lot Looyen is a friend of ours");
    }

    @ParameterizedTest
    @CsvSource({"Host", "Title", "Plan the meeting", "Organisation", "Network meeting"})
    void leavesFormsAndModelsAsTheyWereDeployed(String name) {
        TreeSet<String> deployed = deployed();
        candidate(rows.aCycle("lnv", "ATTENDED"), "lnv-adviser-1", name);
        List<String> all = erasePerson.lookForCandidate(name, null).places().stream()
                .map(Place::id)
                .toList();
        engine.as("admin", () -> erasePerson.eraseCandidate(name, null, all));
        assertThat(deployed()).isEqualTo(deployed).isNotEmpty();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting("name")
                .contains("Network meeting");
    }

    @Test
    void findsManyPlacesThatReadAlikeOnce() {
        String cycle = rows.aCycle("lnv", "ATTENDED");
        hire("lnv", "lnv-mies", "Mies", "Bouwmeester");
        for (int number = 0; number < 300; number++) {
            mail("letter/" + number + "/lnv-adviser-1", "lnv-adviser-1", cycle, "Mies Bouwmeester invites you");
        }
        mail(
                "letter/own/lnv-mies",
                "lnv-mies",
                cycle,
                "Mies Bouwmeester reads this: it goes along, and nobody is asked");
        assertThat(erasePerson.lookForColleague("lnv-mies").places())
                .filteredOn(place -> place.label().equals("mail"))
                .singleElement()
                .extracting(Place::count)
                .isEqualTo(300);
        erase("lnv-mies");
        assertThat(rows.value(Integer.class, "select count(*) from ruggespraak.mail where text_body = '— invites you'"))
                .isEqualTo(300);
    }

    @Test
    void putsPlacesTogetherWhenTheyAreTooManyToRead() {
        String cycle = rows.aCycle("lnv", "ATTENDED");
        hire("lnv", "lnv-mies", "Mies", "Bouwmeester");
        jdbc.sql("""
                        insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body,
                            status, posted_at)
                        select 'letter/' || n || '/lnv-adviser-1', 'announcement', :cycle, 'lnv-adviser-1', 'x', 'x@x', 'A letter',
                            'Number ' || n || ' is from Mies Bouwmeester', '', 'SENT', now()
                        from generate_series(1, 2000) as n
                        """).param("cycle", cycle).update();
        assertThat(erasePerson.lookForColleague("lnv-mies").places())
                .filteredOn(place -> place.label().equals("mail"))
                .singleElement()
                .extracting(Place::count)
                .isEqualTo(2000);
        erase("lnv-mies");
        assertThat(rows.value(
                        Integer.class,
                        "select count(*) from ruggespraak.mail where text_body like 'Number % is from —'"))
                .isEqualTo(2000);
    }

    @Test
    void replacesTheKeyInWhatRunsAndInItsHistory() {
        String cycle = fixture.aPlannedMeeting() + "/lnv";
        hire("lnv", "lnv-noor", "Noor", "Nagel");
        Task task = engine.tasks(cycle, "userTask_announceMeeting").stream()
                .findFirst()
                .orElse(null);
        if (task == null) {
            engine.fire(cycle, "timer_announcementDue");
            task = engine.tasks(cycle, "userTask_announceMeeting").get(0);
        }
        String id = task.getId();
        engine.as("lnv-noor", () -> {
            identity.setAuthentication("lnv-noor", List.of("camunda-admin"), List.of("lnv"));
            tasks.addCandidateUser(id, "lnv-noor");
            tasks.setOwner(id, "lnv-noor");
            tasks.createComment(id, null, "Noor Nagel was here");
            return id;
        });
        tasks.setVariable(id, "departmentHeads", List.of("lnv-noor", "lnv-noor-2", "lnv"));
        tasks.setVariable(id, "departmentHead", "lnv-noor");
        tasks.setVariable(id, "words", "lnv-noor");
        String former = erase("lnv-noor");
        assertThat(tasks.getVariable(id, "departmentHeads")).isEqualTo(List.of(former, "lnv-noor-2", "lnv"));
        assertThat(tasks.getVariable(id, "departmentHead")).isEqualTo(former);
        assertThat(tasks.createTaskQuery().taskId(id).singleResult().getOwner()).isEqualTo(former);
        assertThat(tasks.getTaskComments(id)).extracting("fullMessage").containsExactly("— was here");
        assertThat(new EveryTextColumn(jdbc).with("lnv-noor"))
                .as("what is no key of a person stays: words, and the key of somebody else")
                .containsOnly(
                        "act_ru_variable.text_",
                        "act_hi_varinst.text_",
                        "act_hi_detail.text_",
                        "act_ge_bytearray.bytes_",
                        "ruggespraak.audit.subject");
    }

    private String erase(String key) {
        return engine.as(
                "admin",
                () -> erasePerson.eraseColleague(
                        key, "admin", erasePerson.lookForColleague(key).sure()));
    }

    private long question(String cycle, String colleague, String details) {
        long ask = rows.aCarriedAsk(cycle, colleague, "QUESTION", null);
        rows.change("update ruggespraak.ask set details = ? where id = ?", details, ask);
        return ask;
    }

    private long candidate(String cycle, String colleague, String name) {
        long ask = rows.aCarriedAsk(cycle, colleague, "CANDIDATE", null);
        rows.change(
                "update ruggespraak.ask set candidate = ?, title = ?, details = ? where id = ?",
                name,
                name + " looks for work",
                "Call " + name,
                ask);
        return ask;
    }

    private String details(long ask) {
        return rows.value(String.class, "select details from ruggespraak.ask where id = ?", ask);
    }

    private static String meeting(String cycle) {
        return cycle.substring(0, cycle.indexOf('/'));
    }

    private void mail(String key, String recipient, String cycle, String text) {
        rows.change("""
                insert into ruggespraak.mail (key, kind, cycle, recipient, recipient_name, address, subject, text_body, html_body, status,
                    posted_at)
                values (?, 'announcement', ?, ?, 'x', 'x@x', 'A letter', ?, '', 'SENT', now())
                """, key, cycle, recipient, text);
    }

    private TreeSet<String> deployed() {
        return new TreeSet<>(
                jdbc.sql("select id_ || name_ || md5(bytes_) from act_ge_bytearray where deployment_id_ is not null")
                        .query(String.class)
                        .list());
    }

    /** Every row of every table but the trail, as text. */
    private Map<String, TreeSet<String>> everything() {
        Map<String, TreeSet<String>> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'audit'
                        order by 1
                        """)
                .query(String.class)
                .list()
                .forEach(table -> all.put(
                        table,
                        new TreeSet<>(jdbc.sql("select t::text from " + table + " t")
                                .query(String.class)
                                .list())));
        return all;
    }

    /** A row that is gone or another one tells of the person, whose key stands between commas or quotes, or as the end of a longer key. */
    private void assertOnlyTheseChanged(Map<String, TreeSet<String>> before, Set<String> person) {
        Map<String, TreeSet<String>> after = everything();
        before.forEach((table, its) -> {
            TreeSet<String> gone = new TreeSet<>(its);
            gone.removeAll(after.getOrDefault(table, new TreeSet<>()));
            assertThat(gone)
                    .as(table)
                    .allMatch(
                            row -> person.stream().anyMatch(each -> row.matches("(?s).*[(,\"/]" + each + "[),\"].*")));
            if (!table.contains("act_")) {
                int kept = after.getOrDefault(table, new TreeSet<>()).size();
                assertThat(kept).as(table).isLessThanOrEqualTo(its.size() + (table.contains("mail") ? 20 : 0));
            }
        });
        for (String table : List.of(
                "ruggespraak.organisation", "ruggespraak.network", "ruggespraak.region", "ruggespraak.occupation")) {
            assertThat(after.get(table)).isEqualTo(before.get(table));
        }
    }

    private void hire(@Nullable String organisation, String key, String firstName, String lastName) {
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                        values (:key, :organisation, :first, :last, :key || '@lnv.example')
                        """)
                .param("key", key)
                .param("organisation", organisation)
                .param("first", firstName)
                .param("last", lastName)
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
        if (organisation != null) {
            identity.createTenantUserMembership(organisation, key);
        }
    }
}
