package nl.ruggespraak.site;

import static nl.ruggespraak.site.IdentityProviderOfTheTest.CLIENT;
import static nl.ruggespraak.site.IdentityProviderOfTheTest.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.HeldRole;
import nl.ruggespraak.people.JdbcRoles;
import nl.ruggespraak.people.People;
import nl.ruggespraak.people.Role;
import nl.ruggespraak.shared.UnusableSetting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Organisations sign their people in by identity providers of their own, which are real ones: the ministry names roles, the road authority knows people by their
 * address and leaves their roles to us, the municipality is trusted with every role, and the government knows people of several organisations.
 */
@RuggespraakTest
@ExtendWith(OutputCaptureExtension.class)
class OidcSignInTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    private static final IdentityProviderOfTheTest PROVIDERS = new IdentityProviderOfTheTest();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcRoles roles;

    @Autowired
    private Identities identities;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        Map.of("ministry", "lnv", "road", "rws", "municipality", "meierij").forEach((name, organisation) -> {
            provider(settings, name);
            settings.add("ruggespraak.oidc." + name + ".organisation", () -> organisation);
        });
        settings.add("ruggespraak.oidc.ministry.roles.[sam-advisers]", () -> "ADVISER");
        settings.add("ruggespraak.oidc.ministry.roles.[sam-leads]", () -> "MANAGER,REPRESENTATIVE");
        settings.add("ruggespraak.oidc.road.person-claim", () -> "email");
        provider(settings, "government");
        settings.add("ruggespraak.oidc.government.organisation-claim", () -> "employer");
        settings.add("ruggespraak.oidc.government.organisations.[Ministerie van LNV]", () -> "lnv");
        settings.add("ruggespraak.oidc.government.organisations.[Rijkswaterstaat]", () -> "rws");
        settings.add("ruggespraak.oidc.government.person-claim", () -> "email");
        settings.add("ruggespraak.oidc.municipality.roles-claim", () -> "tasks");
        settings.add("ruggespraak.oidc.municipality.roles.adviser", () -> "ADVISER");
        settings.add("ruggespraak.oidc.municipality.roles.chair", () -> "CHAIR@sam");
        settings.add("ruggespraak.oidc.municipality.roles.computers", () -> "ADMINISTRATOR");
    }

    private static void provider(DynamicPropertyRegistry settings, String name) {
        String registration = "spring.security.oauth2.client.registration." + name + ".";
        settings.add(registration + "client-id", () -> CLIENT);
        settings.add(registration + "client-secret", () -> "secret");
        settings.add(registration + "scope", () -> name.equals("road") ? "openid,email" : "openid");
        settings.add(registration + "client-name", () -> "the " + name);
        settings.add("spring.security.oauth2.client.provider." + name + ".issuer-uri", () -> PROVIDERS.issuer(name));
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void asksTheProviderForACodeAndForNothingElse() {
        Visitor visitor = Visitor.stranger(port);

        String question = question(visitor, "ministry");

        assertThat(question).startsWith(PROVIDERS.issuer("ministry") + "/authorize?");
        assertThat(parameter(question, "response_type")).isEqualTo("code");
        assertThat(parameter(question, "client_id")).isEqualTo(CLIENT);
        assertThat(parameter(question, "scope")).isEqualTo("openid");
        assertThat(parameter(question, "redirect_uri")).isEqualTo("http://localhost:8080/login/oauth2/code/ministry");
        assertThat(parameter(question, "code_challenge_method")).isEqualTo("S256");
        assertThat(parameter(question, "state")).hasSizeGreaterThan(40);
        assertThat(parameter(question, "nonce")).hasSizeGreaterThan(40);
        assertThat(question(visitor, "ministry")).isNotEqualTo(question);
    }

    @Test
    void opensPagesTasklistAndRestToAPersonOfTheOrganisation(CapturedOutput log) {
        Visitor adviser = Visitor.stranger(port);
        adviser.get(TASKLIST);
        String before = adviser.cookie("JSESSIONID");

        HttpResponse<String> answer = signIn(adviser, "ministry", ministry("lnv-adviser-1", "sam-advisers"));

        assertThat(adviser.location(answer)).isEqualTo(TASKLIST);
        assertThat(adviser.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(adviser.get("/").body()).contains("Hello Joost", "Ministry of Agriculture");
        assertThat(adviser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(200);
        assertThat(adviser.getJson("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"lnv-adviser-1\"");
        assertThat(adviser.getJson("/engine-rest/user").body())
                .contains("lnv-adviser-1")
                .doesNotContain("rws-adviser-1");
        assertThat(adviser.get("/audit").statusCode()).isEqualTo(403);
        assertThat(log).doesNotContain("eyJ");
    }

    @Test
    void opensCockpitToAManager() {
        Visitor manager = Visitor.stranger(port);
        signIn(manager, "ministry", ministry("lnv-manager", "sam-leads"));

        assertThat(manager.get(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(manager.getJson("/camunda/api/admin/auth/user/default").body())
                .contains("cockpit");
    }

    @Test
    void letsTheRolesFollowTheProviderAndRecordsIt() {
        roles.replace("lnv-adviser-3", held("ADVISER", "DIRECTOR"));
        identities.follow("lnv-adviser-3");
        long before = lastRecord();

        signIn(Visitor.stranger(port), "ministry", ministry("lnv-adviser-3", "sam-leads", "cleaners"));

        assertThat(people.get("lnv-adviser-3").roles())
                .as(
                        "MANAGER and REPRESENTATIVE by the mapping, instead of ADVISER; DIRECTOR is not the provider's to say")
                .containsExactlyInAnyOrder(Role.MANAGER, Role.REPRESENTATIVE, Role.DIRECTOR);
        assertThat(identities.roles("lnv-adviser-3"))
                .hasValue(people.get("lnv-adviser-3").roles());
        assertThat(recordedAfter(before, "lnv-adviser-3"))
                .containsExactlyInAnyOrder(
                        "(system) ROLES_TAKEN_OVER lnv [REPRESENTATIVE, MANAGER, DIRECTOR]",
                        "(system) ROLE_GRANTED lnv REPRESENTATIVE",
                        "(system) ROLE_GRANTED lnv MANAGER",
                        "(system) ROLE_ENDED lnv ADVISER");

        long unchanged = lastRecord();
        signIn(Visitor.stranger(port), "ministry", ministry("lnv-adviser-3", "sam-leads"));
        assertThat(recordedAfter(unchanged, "lnv-adviser-3")).isEmpty();
    }

    @Test
    void endsARoleInASessionThatIsOpenWhenTheProviderTakesItBackElsewhere() {
        Visitor atWork = Visitor.stranger(port);
        signIn(atWork, "ministry", ministry("lnv-adviser-2", "sam-leads"));
        assertThat(atWork.get("/").body()).contains("cockpit");

        signIn(Visitor.stranger(port), "ministry", ministry("lnv-adviser-2", "sam-advisers"));

        assertThat(atWork.get("/").body()).contains("Hello Fatima").doesNotContain("cockpit");
        assertThat(atWork.getJson("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void knowsAPersonByAnAddressThatIsVerifiedAndLeavesTheRolesAsTheyAre() {
        Visitor adviser = Visitor.stranger(port);

        signIn(adviser, "road", Map.of("email", "Daan.Meijer@rws.example.org", "email_verified", true));

        assertThat(adviser.get("/").body()).contains("Hello Daan", "Road Authority");
        assertThat(people.get("rws-adviser-1").roles()).containsExactly(Role.ADVISER);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("somebody new", "ministry", ministry("lnv-adviser-9", "sam-advisers"), "UNKNOWN"),
                Arguments.of("nobody", "ministry", Map.of("groups", "sam-advisers"), "UNKNOWN"),
                Arguments.of(
                        "no text", "ministry", Map.of("preferred_username", 7, "groups", "sam-advisers"), "UNKNOWN"),
                Arguments.of("other organisation", "ministry", ministry("rws-adviser-1", "sam-advisers"), "UNKNOWN"),
                Arguments.of("network", "ministry", ministry("chair", "sam-advisers"), "UNKNOWN"),
                Arguments.of("other case", "ministry", ministry("LNV-ADVISER-1", "sam-advisers"), "UNKNOWN"),
                Arguments.of("unverified address", "road", Map.of("email", "daan.meijer@rws.example.org"), "UNKNOWN"),
                Arguments.of(
                        "address said to be unverified",
                        "road",
                        Map.of("email", "daan.meijer@rws.example.org", "email_verified", false),
                        "UNKNOWN"),
                Arguments.of(
                        "address of other organisation",
                        "road",
                        Map.of("email", "joost.bakker@lnv.example.org", "email_verified", true),
                        "UNKNOWN"),
                Arguments.of(
                        "key where the address counts",
                        "road",
                        Map.of(
                                "preferred_username",
                                "rws-adviser-1",
                                "email",
                                "x@rws.example.org",
                                "email_verified",
                                true),
                        "UNKNOWN"),
                Arguments.of(
                        "no roles said", "ministry", Map.of("preferred_username", "lnv-adviser-1"), "NO_ROLES_SAID"),
                Arguments.of("no role left", "municipality", municipality("meierij-adviser-3", "none"), "NO_ROLE"));
    }

    @ParameterizedTest(name = "{0} by the {1}: {3}")
    @MethodSource("refusals")
    void refusesKindlyWhomTheOrganisationCannotVouchFor(
            String who, String registration, Map<String, Object> claims, String reason) {
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer = signIn(visitor, registration, claims);
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?elsewhere=" + reason);
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(visitor.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(visitor.get("/sign-in?elsewhere=" + reason).body()).contains("role=\"alert\"", "your administrator");
    }

    @ParameterizedTest
    @CsvSource({"Ministerie van LNV, lnv-representative", "Rijkswaterstaat, rws-representative"})
    void takesTheOrganisationFromAClaim(String employer, String person) {
        Visitor visitor = Visitor.stranger(port);
        signIn(visitor, "government", government(person, List.of("Nederland", employer)));
        assertThat(visitor.get("/").body())
                .contains("Hello " + people.get(person).firstName());
        assertThat(visitor.getJson("/engine-rest/tenant").body())
                .contains(person.substring(0, 3))
                .doesNotContain(person.startsWith("lnv") ? "rws" : "lnv");
    }

    static Stream<Arguments> employers() {
        return Stream.of(
                Arguments.of("lnv-representative", "Rijkswaterstaat"),
                Arguments.of("odbn-representative", "Ministerie van LNV"),
                Arguments.of("meierij-representative", "Gemeente De Meierij"),
                Arguments.of("lnv-representative", "lnv"),
                Arguments.of("lnv-representative", List.of("Ministerie van LNV", "Rijkswaterstaat")),
                Arguments.of("lnv-representative", List.of()),
                Arguments.of("lnv-representative", 7));
    }

    @ParameterizedTest
    @MethodSource("employers")
    void refusesWhomTheClaimDoesNotNameAsOfTheirOrganisation(String person, Object employer) {
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.location(signIn(visitor, "government", government(person, employer))))
                .isEqualTo("/sign-in?elsewhere=UNKNOWN");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void endsTheSessionOfWhoGoesToAnotherOrganisation() {
        Visitor visitor = Visitor.stranger(port);
        signIn(visitor, "government", government("lnv-director", "Ministerie van LNV"));
        assertThat(visitor.get("/").body()).contains("Hello Willem");

        jdbc.sql("update ruggespraak.person set organisation = 'rws' where key = 'lnv-director'")
                .update();
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);

        jdbc.sql("update ruggespraak.person set organisation = 'lnv' where key = 'lnv-director'")
                .update();
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAnAddressThatTwoPersonsShare() {
        jdbc.sql(
                        "update ruggespraak.person set email = 'desk@rws.example.org' where key in ('rws-adviser-2', 'rws-adviser-3')")
                .update();
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer =
                signIn(visitor, "road", Map.of("email", "desk@rws.example.org", "email_verified", true));
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?elsewhere=UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"desk@müller-advies.example", "Desk@xn--mller-advies-dlb.example", "desk@MÜLLER-advies.example"})
    void knowsAnInternationalAddressHoweverItIsWritten(String claim) {
        jdbc.sql("update ruggespraak.person set email = 'desk@müller-advies.example' where key = 'rws-adviser-2'")
                .update();
        try {
            Visitor visitor = Visitor.stranger(port);
            signIn(visitor, "road", Map.of("email", claim, "email_verified", true));
            assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);

            Visitor other = Visitor.stranger(port);
            signIn(other, "road", Map.of("email", claim.replace("advies", "аdvies"), "email_verified", true));
            assertThat(other.get(TASKLIST).statusCode()).isEqualTo(302);
        } finally {
            jdbc.sql(
                            "update ruggespraak.person set email = 'yvonne.deboer@rws.example.org' where key = 'rws-adviser-2'")
                    .update();
        }
    }

    @Test
    void refusesWhoNoLongerTakesPart() {
        jdbc.sql("update ruggespraak.person set active = false where key = 'lnv-department-head-2'")
                .update();
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer = signIn(visitor, "ministry", ministry("lnv-department-head-2", "sam-advisers"));
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?elsewhere=UNKNOWN");
        assertThat(people.get("lnv-department-head-2").roles()).doesNotContain(Role.ADVISER);
    }

    @ParameterizedTest
    @CsvSource({
        "lnv-director, ministry, CHAIR@sam",
        "lnv-director, ministry, ADMINISTRATOR",
        "rws-director, road, CHAIR@sam",
        "rws-director, road, ADMINISTRATOR"
    })
    void refusesAChairOrAdministratorWhomTheProviderWasNotTrustedWith(String person, String registration, String role) {
        roles.replace(person, held("DIRECTOR", role));
        identities.follow(person);
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer = signIn(
                visitor,
                registration,
                registration.equals("road")
                        ? Map.of("email", people.get(person).email(), "email_verified", true)
                        : ministry(person, "sam-advisers"));
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?elsewhere=PASSWORD_ONLY");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/sign-in?elsewhere=PASSWORD_ONLY").body()).contains("your user name and password");
        assertThat(people.get(person).heldRoles()).contains(HeldRole.of(role));
        roles.replace(person, held("DIRECTOR"));
        identities.follow(person);
    }

    @Test
    void makesAChairAndAnAdministratorOfWhomTheMappingNamesSo() {
        Visitor visitor = Visitor.stranger(port);

        HttpResponse<String> answer =
                signIn(visitor, "municipality", municipality("meierij-manager", "chair", "computers"));
        assertThat(visitor.location(answer)).isEqualTo("/");

        assertThat(people.get("meierij-manager").roles())
                .containsExactlyInAnyOrder(Role.MANAGER, Role.CHAIR, Role.ADMINISTRATOR);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/networks/sam").statusCode()).isEqualTo(200);

        signIn(Visitor.stranger(port), "municipality", municipality("meierij-manager", "adviser"));

        assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        assertThat(people.get("meierij-manager").roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.ADVISER);
    }

    @Test
    void endsTheSessionOfWhomTheProviderMayVouchForNoLonger() {
        Visitor visitor = Visitor.stranger(port);
        signIn(visitor, "road", Map.of("email", people.get("rws-manager").email(), "email_verified", true));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);

        roles.replace("rws-manager", held("MANAGER", "ADMINISTRATOR"));
        identities.follow("rws-manager");

        assertThat(visitor.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(visitor.get("/audit").statusCode()).isEqualTo(302);
        roles.replace("rws-manager", held("MANAGER"));
        identities.follow("rws-manager");
        assertThat(visitor.get("/").statusCode()).as("It stays ended").isEqualTo(302);
    }

    private static Set<HeldRole> held(String... names) {
        return Stream.of(names).map(HeldRole::of).collect(Collectors.toSet());
    }

    static Stream<Arguments> forgeries() throws JOSEException {
        var foreign = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        return Stream.of(
                Arguments.of("no signature", (Forgery) claims -> new PlainJWT(claims).serialize()),
                Arguments.of("a foreign key of the right name", (Forgery) claims -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("ministry")
                                    .build(),
                            claims);
                    token.sign(foreign);
                    return token.serialize();
                }),
                Arguments.of("the client's secret as a key", (Forgery) claims -> {
                    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                    token.sign(new MACSigner("secret".repeat(8)));
                    return token.serialize();
                }),
                Arguments.of("no token", (Forgery) claims -> "nothing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesATokenThatTheProviderDidNotSign(String what, Forgery forgery) throws JOSEException {
        Visitor visitor = Visitor.stranger(port);
        assertUnfinished(visitor, signInWith(visitor, forgery));
    }

    @Test
    void takesTheSameTokenWhenTheProviderDidSignIt() throws JOSEException {
        Visitor visitor = Visitor.stranger(port);
        HttpResponse<String> answer = signInWith(visitor, claims -> PROVIDERS.signed("ministry", claims));
        assertThat(visitor.location(answer)).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Hello Joost");
    }

    private static HttpResponse<String> signInWith(Visitor visitor, Forgery token) throws JOSEException {
        HttpResponse<String> question = visitor.get("/oauth2/authorization/ministry");
        PROVIDERS.answerWith(token.of(new JWTClaimsSet.Builder()
                .issuer(PROVIDERS.issuer("ministry"))
                .subject("subject")
                .audience(CLIENT)
                .claim("nonce", parameter(address(question), "nonce"))
                .claim("preferred_username", "lnv-adviser-1")
                .claim("groups", List.of("sam-advisers"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build()));
        return visitor.follow(visitor.follow(question));
    }

    @ParameterizedTest
    @CsvSource({
        "aud, another-client",
        "nonce, another-nonce",
        "iss, https://login.example.org",
        "exp, 1000000000",
        "iat, 4000000000"
    })
    void refusesASignedTokenThatIsNotForThisSignIn(String claim, String value) {
        Map<String, Object> claims = new HashMap<>(ministry("lnv-adviser-1", "sam-advisers"));
        claims.put(
                claim,
                value.matches("\\d+") ? (Object) Date.from(Instant.ofEpochSecond(Long.parseLong(value))) : value);
        Visitor visitor = Visitor.stranger(port);
        assertUnfinished(visitor, signIn(visitor, "ministry", claims));
    }

    @Test
    void refusesAnAnswerThatThisBrowserDidNotAskFor() {
        PROVIDERS.vouch("ministry", ministry("lnv-adviser-1", "sam-advisers"));
        Visitor attacker = Visitor.stranger(port);
        String answer = attacker.location(attacker.follow(attacker.get("/oauth2/authorization/ministry")));

        Visitor victim = Visitor.stranger(port);
        assertUnfinished(victim, victim.get(answer));
        question(victim, "ministry");
        assertUnfinished(victim, victim.get(answer));
        assertUnfinished(victim, victim.get(answer.replaceFirst("state=[^&]+", "state=")));

        assertThat(attacker.location(attacker.get(answer))).as("It was its own").isEqualTo("/");
        Visitor later = Visitor.stranger(port);
        assertUnfinished(later, later.get(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"error=access_denied", "error=server_error&error_description=a%0Ab%3Cscript%3E", "code=guessed"})
    void takesSomebodyBackWhoDidNotGetThrough(String answer, CapturedOutput log) {
        Visitor visitor = Visitor.stranger(port);
        String question = question(visitor, "ministry");
        HttpResponse<String> refused =
                visitor.get("/login/oauth2/code/ministry?" + answer + "&state=" + parameter(question, "state"));
        assertUnfinished(visitor, refused);
        assertThat(visitor.get("/sign-in?elsewhere=UNFINISHED").body())
                .contains("was not finished", "Sign in with the ministry", "id=\"password\"")
                .doesNotContain("<script>");
        assertThat(log.getOut().lines()).noneMatch(line -> line.startsWith("b<script>"));
    }

    @Test
    void saysNothingThatItWasNotMadeToSay() {
        assertThat(Visitor.stranger(port).get("/sign-in?elsewhere=%3Cscript%3E").body())
                .doesNotContain("role=\"alert\"", "<script>");
    }

    @Test
    void knowsNoOtherProvider() {
        Visitor visitor = Visitor.stranger(port);
        assertThat(visitor.location(visitor.get("/oauth2/authorization/elsewhere")))
                .isEqualTo("/sign-in");
        assertUnfinished(visitor, visitor.get("/login/oauth2/code/elsewhere?code=1&state=2"));
    }

    @Test
    void signsOutHereAndAtTheProvider() {
        Visitor adviser = Visitor.stranger(port);
        signIn(adviser, "ministry", ministry("lnv-adviser-1", "sam-advisers"));

        HttpResponse<String> answer = adviser.form("/", "/sign-out", "");

        String there = address(answer);
        assertThat(there).startsWith(PROVIDERS.issuer("ministry") + "/endsession?");
        assertThat(parameter(there, "id_token_hint")).startsWith("eyJ");
        assertThat(parameter(there, "post_logout_redirect_uri")).isEqualTo("http://localhost:8080/sign-in?out");
        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(401);
        assertThat(adviser.get("/").statusCode()).isEqualTo(302);
        HttpResponse<String> back = adviser.follow(answer);
        assertThat(adviser.location(back)).startsWith("/sign-in?out");
        assertThat(adviser.follow(back).body()).contains("You are signed out");
    }

    @Test
    void letsAFormLeadOnToTheProvidersSignOut() {
        String policy = Visitor.stranger(port)
                .get("/sign-in")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        String origin = PROVIDERS.issuer("ministry").replaceFirst("/ministry$", "");
        assertThat(policy).contains("form-action 'self' " + origin).doesNotContain("unsafe-inline");
    }

    @Test
    void signsOutAtTheProviderAfterTheSignOutOfTasklist() {
        Visitor adviser = Visitor.stranger(port);
        signIn(adviser, "ministry", ministry("lnv-adviser-1", "sam-advisers"));
        adviser.get(TASKLIST);

        assertThat(adviser.postJson("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isLessThan(300);

        assertThat(adviser.getJson(TASKS).statusCode()).isEqualTo(401);
        HttpResponse<String> page = adviser.get("/sign-in");
        assertThat(adviser.location(page)).startsWith(PROVIDERS.issuer("ministry") + "/endsession?");
        assertThat(adviser.get("/sign-in").statusCode()).as("Once").isEqualTo(200);
    }

    @Test
    void staysWithThePasswordBesideTheProviders() {
        Visitor director = Visitor.signedIn(port, "odbn-director");
        assertThat(director.get("/").body()).contains("Hello Jan-Willem");
        HttpResponse<String> out = director.form("/", "/sign-out", "");
        assertThat(director.location(out)).isEqualTo("/sign-in?out");
    }

    @Test
    void startsWithNoProviderOfWhichItIsNotSaidWhoseItIs() {
        List<IdentityProvider> nobodys = List.of(
                new IdentityProvider("", "", Map.of(), "email", "groups", Map.of()),
                new IdentityProvider("", "employer", Map.of(), "email", "groups", Map.of()),
                new IdentityProvider("", "", Map.of("x", "lnv"), "email", "groups", Map.of()),
                new IdentityProvider("lnv", "employer", Map.of("x", "rws"), "email", "groups", Map.of()));
        assertUnusable(new IdentityProviders(Map.of()));
        nobodys.forEach(provider -> assertUnusable(new IdentityProviders(Map.of("ministry", provider))));
    }

    private static void assertUnusable(IdentityProviders said) {
        assertThatThrownBy(() -> said.of("ministry"))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("ruggespraak.oidc.ministry.organisation");
    }

    /** Makes a token of claims. */
    @FunctionalInterface
    interface Forgery {
        String of(JWTClaimsSet claims) throws JOSEException;
    }

    private static Map<String, Object> ministry(String person, String... groups) {
        return Map.of("preferred_username", person, "groups", List.of(groups));
    }

    private Map<String, Object> government(String person, Object employer) {
        return Map.of("email", people.get(person).email(), "email_verified", true, "employer", employer);
    }

    private static Map<String, Object> municipality(String person, String... tasks) {
        return Map.of("preferred_username", person, "tasks", List.of(tasks));
    }

    /** Goes to the provider, and with its answer back to us. */
    private static HttpResponse<String> signIn(Visitor visitor, String registration, Map<String, Object> claims) {
        PROVIDERS.vouch(registration, claims);
        HttpResponse<String> atProvider = visitor.follow(visitor.get("/oauth2/authorization/" + registration));
        return visitor.follow(atProvider);
    }

    /** What the provider is asked. */
    private static String question(Visitor visitor, String registration) {
        return address(visitor.get("/oauth2/authorization/" + registration));
    }

    /** Where it leads, in full. */
    private static String address(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void assertUnfinished(Visitor visitor, HttpResponse<String> answer) {
        assertThat(visitor.location(answer)).isEqualTo("/sign-in?elsewhere=UNFINISHED");
        assertThat(visitor.get("/").statusCode()).isEqualTo(302);
        assertThat(visitor.getJson(TASKS).statusCode()).isEqualTo(401);
    }

    private long lastRecord() {
        return jdbc.sql("select max(id) from ruggespraak.audit")
                .query(Long.class)
                .single();
    }

    private List<String> recordedAfter(long id, String person) {
        return jdbc.sql("""
                        select actor || ' ' || action || ' ' || coalesce(organisation, '-') || ' ' || details
                        from ruggespraak.audit where subject = 'person/' || :person and id > :id order by id
                        """)
                .param("person", person)
                .param("id", id)
                .query(String.class)
                .list();
    }
}
