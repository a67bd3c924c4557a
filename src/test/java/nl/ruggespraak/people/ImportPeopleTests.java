package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.shared.Addresses;
import nl.ruggespraak.shared.Problem;
import nl.ruggespraak.shared.Refusal;
import nl.ruggespraak.shared.UnusableAddress;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RuggespraakTest
class ImportPeopleTests {

    private static final String HEADINGS =
            "network;organisation;organisation name;person;first name;last name;email;deputy;roles;active\n";

    @Autowired
    private ImportPeople importPeople;

    @Autowired
    private ExportPeople exportPeople;

    @Autowired
    private People people;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void takesInAnOrganisationWithItsPeople() {
        long id = check("""
                ;duo;Education Service;duo-boss;Bo;Baas;bo@duo.example.org;;director;
                ;duo;;duo-anne;Anne;Smit;anne@duo.example.org;duo-boss;adviser representative;
                """);

        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        assertThat(importPeople.preview(id)).isEqualTo(new ImportPreview(0, 1, 0, 0, 2, 0, 0, 3, 0));
        assertThat(people.find("duo-anne")).isEmpty();

        apply(id);

        assertThat(people.get("duo-anne").roles()).containsExactlyInAnyOrder(Role.ADVISER, Role.REPRESENTATIVE);
        assertThat(people.get("duo-anne").deputy()).isEqualTo("duo-boss");
        assertThat(people.organisation("duo").name()).isEqualTo("Education Service");
        assertThat(identity.checkPassword("duo-anne", "duo-anne")).isTrue();
        assertThat(identity.createUserQuery()
                        .memberOfTenant("duo")
                        .memberOfGroup("advisers")
                        .list())
                .extracting(user -> user.getId())
                .containsExactly("duo-anne");
    }

    @Test
    void changesNothingTheSecondTime() {
        String file = """
                ;uwv;Benefits Agency;uwv-anne;Anne;Smit;anne@uwv.example.org;;adviser;
                ;uwv;;uwv-bo;Bo;Baas;bo@uwv.example.org;uwv-anne;director;no
                """;
        apply(check(file));

        assertThat(importPeople.preview(check(file)).changesNothing()).isTrue();
    }

    @Test
    void grantsAndEndsRolesAndLetsPeopleLeave() {
        apply(check("""
                ;svb;Pension Bank;svb-anne;Anne;Smit;anne@svb.example.org;;adviser manager;
                ;svb;;svb-bo;Bo;Baas;bo@svb.example.org;;director;
                """));

        long id = check("""
                ;svb;;svb-anne;Anna;Smit;anne@svb.example.org;;adviser representative;
                ;svb;;svb-bo;Bo;Baas;bo@svb.example.org;;director;no
                """);
        assertThat(importPeople.changes(id, 10))
                .containsExactly(
                        new PeopleChange(
                                2,
                                PeopleChange.Kind.CHANGED,
                                "svb-anne",
                                "Anna Smit",
                                "svb",
                                List.of("first name"),
                                List.of(HeldRole.of("REPRESENTATIVE")),
                                List.of(HeldRole.of("MANAGER"))),
                        new PeopleChange(
                                3,
                                PeopleChange.Kind.LEAVES,
                                "svb-bo",
                                "Bo Baas",
                                "svb",
                                List.of("active"),
                                List.of(),
                                List.of()));
        apply(id);

        assertThat(people.get("svb-anne").roles()).containsExactlyInAnyOrder(Role.ADVISER, Role.REPRESENTATIVE);
        assertThat(identity.createUserQuery().userId("svb-bo").count()).isZero();
        assertThat(identity.createGroupQuery().groupMember("svb-anne").list())
                .extracting(group -> group.getId())
                .containsExactlyInAnyOrder("advisers", "representatives");
    }

    @Test
    void makesAndEndsChairsOfNetworks() {
        apply(check("""
                ;rvo;Enterprise Agency;rvo-anne;Anne;Smit;anne@rvo.example.org;;adviser;
                """));
        jdbc.sql("insert into ruggespraak.network (key, name) values ('oost', 'Netwerk Oost')")
                .update();
        String both = """
                sam;rvo;;rvo-anne;Anne;Smit;anne@rvo.example.org;;adviser chair;
                oost;rvo;;rvo-anne;Anne;Smit;anne@rvo.example.org;;adviser chair;
                """;

        long id = check(both);
        assertThat(importPeople.changes(id, 10))
                .extracting(PeopleChange::granted)
                .containsExactly(List.of(HeldRole.chairOf("oost"), HeldRole.chairOf("sam")));
        apply(id);
        assertThat(people.get("rvo-anne").leads()).containsExactlyInAnyOrder("sam", "oost");
        assertThat(groups("rvo-anne")).containsExactlyInAnyOrder("advisers", "chairs", "chairs-sam", "chairs-oost");
        assertThat(importPeople.preview(check(both)).changesNothing()).isTrue();

        apply(check("oost;rvo;;rvo-anne;Anne;Smit;anne@rvo.example.org;;adviser chair;"));
        assertThat(groups("rvo-anne")).containsExactlyInAnyOrder("advisers", "chairs", "chairs-oost");

        apply(check(";rvo;;rvo-anne;Anne;Smit;anne@rvo.example.org;;adviser;"));
        assertThat(groups("rvo-anne")).containsExactly("advisers");
        jdbc.sql("delete from ruggespraak.membership where organisation = 'rvo'")
                .update();
        jdbc.sql("delete from ruggespraak.network where key = 'oost'").update();
    }

    private List<String> groups(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    @Test
    void readsBackChairsOfSeveralNetworksAndOfOnesThatTheirOrganisationIsNoMemberOf() throws Exception {
        jdbc.sql("insert into ruggespraak.network (key, name) values ('west', 'Netwerk West')")
                .update();
        apply(check("""
                sam;wur;University;;;;;;;
                ;wur;;wur-anne;Anne;Smit;anne@wur.example.org;;adviser chair@west;
                ;wur;;wur-bo;Bo;Baas;bo@wur.example.org;;chair@west chair@sam;
                ;;;wur-cor;Cor;Baas;cor@wur.example.org;;chair@west chair@sam;
                """));

        assertThat(people.members("west", java.time.LocalDate.now())).isEmpty();
        StringBuilder file = new StringBuilder();
        exportPeople.write(file);
        assertThat(file)
                .contains(
                        "\n;;wur;;wur-anne;Anne;Smit;anne@wur.example.org;;en;;chair@west adviser;yes",
                        "\nsam;;wur;;wur-bo;Bo;Baas;bo@wur.example.org;;en;;chair chair@west;yes",
                        "\nsam;;;;wur-cor;Cor;Baas;cor@wur.example.org;;en;;chair chair@west;yes",
                        "\nsam;;;;chair;Ellen;Janssen");
        long id = importPeople.check("people.csv", file.toString().getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        assertThat(importPeople.preview(id).changesNothing()).isTrue();

        apply(check("""
                ;wur;;wur-anne;Anne;Smit;anne@wur.example.org;;;no
                ;wur;;wur-bo;Bo;Baas;bo@wur.example.org;;;no
                ;;;wur-cor;Cor;Baas;cor@wur.example.org;;;no
                """));
        jdbc.sql("delete from ruggespraak.membership where organisation = 'wur'")
                .update();
        jdbc.sql("delete from ruggespraak.network where key = 'west'").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";nowhere;;p1;A;B;a@b.org;;adviser;                                             | organisationUnknown",
                "nonet;lnv;;p1;A;B;a@b.org;;adviser;                                            | networkUnknown",
                ";rws;;lnv-adviser-1;A;B;a@b.org;;adviser;                                      | moves",
                ";lnv;;p1;A;B;a@b.org;rws-manager;adviser;                                      | deputyUnknown",
                ";lnv;;p1;A;B;a@b.org;p1;adviser;                                               | ownDeputy",
                ";;;admin;Arjan;de Wit;arjan.dewit@sam.example.org;;;                           | noAdministrator",
                ";lnv;;p1;A;B;a@b.org;;adviser;\\n;lnv;;p1;A;B;a@b.org;;adviser;                | twice",
                ";lnv;;p1;A;B;a@b.org;;chair;                                                   | chairOfNothing",
                ";lnv;;p1;A;B;a@b.org;;chair@nonet;                                             | networkUnknown",
                ";new1;One;p1;A;B;a@b.org;;adviser;\\n;new1;Two;p2;A;B;a@b.org;;adviser;        | organisationNamedTwice"
            })
    void appliesNothingWhileALineIsFaulty(String lines, String why) {
        long id = check(lines.replace("\\n", "\n"));

        assertThat(importPeople.problems(id, 0, 10))
                .extracting(ImportProblem::message)
                .contains("refusal.line." + why);
        assertThatThrownBy(() -> importPeople.apply(id)).isInstanceOf(Refusal.class);
        assertThat(people.find("p1")).isEmpty();
    }

    @Test
    void appliesNothingWhenTheLastStepFails() {
        long id = check(";ind;Immigration Service;ind-anne;Anne;Smit;anne@ind.example.org;;adviser;");
        jdbc.sql("update ruggespraak.people_import_line set language = 'xx' where import = :id")
                .param("id", id)
                .update();

        importPeople.apply(id);

        assertThat(end(id)).isEqualTo(PeopleImport.Status.FAILED);
        assertThat(people.find("ind-anne")).isEmpty();
        assertThat(people.organisations()).extracting(Organisation::key).doesNotContain("ind");
    }

    @Test
    void letsOneFileWaitForTheOther() {
        long first = check(";ciz;Care Centre;ciz-anne;Anne;Smit;anne@ciz.example.org;;adviser;");
        jdbc.sql("update ruggespraak.people_import set status = 'APPLYING' where id = :id")
                .param("id", first)
                .update();
        try {
            assertThatThrownBy(() -> check(";ciz;Care Centre;ciz-bo;Bo;Smit;bo@ciz.example.org;;adviser;"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problems())
                                    .extracting(Problem::message)
                                    .containsExactly("refusal.file.busy"));
        } finally {
            importPeople.giveUpInterrupted();
        }
        assertThat(importPeople.problems(check(";ciz;Care Centre;ciz-bo;Bo;Smit;bo@ciz.example.org;;adviser;"), 0, 10))
                .isEmpty();
    }

    @Test
    void tellsOfEveryFaultyLine() {
        long id = check(IntStream.range(0, 250)
                .mapToObj(number -> ";lnv;;p-" + number + ";Anne;Smit;no address;;adviser;")
                .collect(Collectors.joining("\n")));

        assertThat(importPeople.preview(id).problems()).isEqualTo(250);
        assertThat(importPeople.problems(id, 0, 100)).hasSize(100);
        assertThat(importPeople.problems(id, 200, 100))
                .hasSize(50)
                .last()
                .extracting(ImportProblem::line)
                .isEqualTo(251);
    }

    @Test
    void takesInThousandsAndForgetsTheirLines() {
        long id = check(IntStream.range(0, 2_500)
                .mapToObj(number -> ";cjib;Collection Agency;cjib-" + number + ";Anne;Smit " + number + ";a" + number
                        + "@cjib.example.org;;adviser;")
                .collect(Collectors.joining("\n")));
        apply(id);

        assertThat(identity.createUserQuery().memberOfTenant("cjib").count()).isEqualTo(2_500);
        assertThat(importPeople.find(id).orElseThrow().done()).isEqualTo(2_500);
        assertThat(jdbc.sql("select count(*) from ruggespraak.people_import_line")
                        .query(Long.class)
                        .single())
                .isZero();
        leave("cjib");
    }

    /** Others count who is here. */
    private void leave(String organisation) {
        jdbc.sql("select key from ruggespraak.person where organisation = :organisation")
                .param("organisation", organisation)
                .query(String.class)
                .list()
                .forEach(identity::deleteUser);
        jdbc.sql("delete from ruggespraak.person_role where person like :organisation || '-%'")
                .param("organisation", organisation)
                .update();
        jdbc.sql("delete from ruggespraak.person where organisation = :organisation")
                .param("organisation", organisation)
                .update();
    }

    @Test
    void tellsWhichColumnsItLeavesOutAndAppliesTheOthers() {
        long id = importPeople.check(
                "hr.csv",
                "Organisatie;Organisatienaam;Persoon;Roepnaam;Tussenvoegsel;Achternaam;E-mailadres;Afdeling;Rollen\nkb;Library;kb-jan;Jan;van der;Berg;jan@kb.example.org;HR;adviseur"
                        .getBytes(StandardCharsets.UTF_8),
                "admin");

        assertThat(importPeople.leftOut(id)).containsExactly("Afdeling");
        assertThat(importPeople.preview(id).problems()).isZero();
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        apply(id);
        assertThat(people.get("kb-jan").name()).isEqualTo("Jan van der Berg");
    }

    @Test
    void sortsPeopleByTheSurnameWithoutItsPrefix() {
        apply(check("""
                ;cbs;Statistics;cbs-1;Jan;Visser;a@cbs.example.org;;adviser;
                ;cbs;;cbs-2;Jan;van der Berg;b@cbs.example.org;;adviser;
                ;cbs;;cbs-3;Jan;Alders;c@cbs.example.org;;adviser;
                ;cbs;;cbs-4;Jan;’t Hart;d@cbs.example.org;;adviser;
                ;cbs;;cbs-5;Jan;d'Ancona;e@cbs.example.org;;adviser;
                ;cbs;;cbs-6;Jan;De Étienne;f@cbs.example.org;;adviser;
                ;cbs;;cbs-7;Jan;Vandaag;g@cbs.example.org;;adviser;
                ;cbs;;cbs-8;Jan;Inge;h@cbs.example.org;;adviser;
                ;cbs;;cbs-9;Jan;v.d. Meer;i@cbs.example.org;;adviser;
                """));

        assertThat(people.colleagues("cbs"))
                .extracting(Person::lastName)
                .containsExactly(
                        "Alders",
                        "d'Ancona",
                        "van der Berg",
                        "De Étienne",
                        "’t Hart",
                        "Inge",
                        "v.d. Meer",
                        "Vandaag",
                        "Visser");
    }

    @Test
    void namesThoseWhoWillHaveOneAddress() throws UnusableAddress {
        apply(check("""
                ;nza;Care Authority;nza-anne;Anne;Smit;post@nza.example.org;;adviser;
                ;nza;;nza-cor;Cor;Baas;cor@nza.example.org;;adviser;
                """));

        long id = check("""
                ;nza;;nza-cor;Cor;Baas;baas@nza.example.org;;adviser;
                ;nza;;nza-bo;Bo;Smit;Post@NZA.example.org;;adviser;
                ;nza;;nza-dirk;Dirk;Smit;cor@nza.example.org;;adviser;
                ;nza;;nza-eva;Eva;Smit;baas@nza.example.org;;adviser;no
                """);

        assertThat(importPeople.sharedAddresses(id, 10))
                .containsExactly(new SharedAddress(
                        kept("Post@NZA.example.org"), List.of("Bo Smit (nza-bo)", "Anne Smit (nza-anne)")));
        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
    }

    /** As the address is kept: behind the @ capitals make no difference. */
    private static String kept(String address) throws UnusableAddress {
        return Addresses.usual().read(address).text();
    }

    @Test
    void readsBackWhatWasWrittenOut() throws Exception {
        StringBuilder file = new StringBuilder();
        exportPeople.write(file);

        long id = importPeople.check("people.csv", file.toString().getBytes(StandardCharsets.UTF_8), "admin");

        assertThat(importPeople.problems(id, 0, 10)).isEmpty();
        assertThat(importPeople.preview(id).changesNothing()).isTrue();
        assertThat(Arrays.asList(file.toString().split("\r\n"))).anyMatch(line -> line.startsWith("sam;SAM"));
    }

    private long check(String lines) {
        return importPeople.check("people.csv", (HEADINGS + lines).getBytes(StandardCharsets.UTF_8), "admin");
    }

    private void apply(long id) {
        importPeople.apply(id);
        assertThat(end(id)).isEqualTo(PeopleImport.Status.APPLIED);
    }

    private PeopleImport.Status end(long id) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> importPeople.find(id).orElseThrow().status(),
                        status -> status != PeopleImport.Status.APPLYING);
    }
}
