package nl.ruggespraak.process.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.ruggespraak.RuggespraakApplication;
import nl.ruggespraak.database.JavaProcess;
import nl.ruggespraak.database.TestPostgres;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.people.JdbcAdministrators;
import nl.ruggespraak.shared.UnusableSetting;
import nl.ruggespraak.site.Visitor;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation on a database of somebody's own, from its first start on. One thing comes after the other. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstAdministratorTests {

    private static final String GOOD = "Ruggespraak-1";

    private static String database = "";
    private static @Nullable ConfigurableApplicationContext application;

    @BeforeAll
    static void anEmptyDatabase() {
        database = TestPostgres.freshDatabase();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    /** In a process of its own, which ends. */
    @ParameterizedTest
    @ValueSource(strings = {"weakness", "Admin-password-1"})
    @Order(1)
    void doesNotStartWithAWeakPassword(String password, @TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = JavaProcess.start(
                log,
                RuggespraakApplication.class,
                settings("--ruggespraak.admin-password=" + password).toArray(String[]::new));
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log))
                .contains("RUGGESPRAAK_ADMIN_PASSWORD is too weak: A password has at least 10 characters")
                .doesNotContain(password, "\tat ");
    }

    @Test
    @Order(1)
    void doesNotStartWithAnAddressThatNoMailServerCanBeGiven(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = JavaProcess.start(
                log,
                RuggespraakApplication.class,
                settings("--ruggespraak.admin-password=" + GOOD, "--ruggespraak.admin-email=beheer@lnv..example.org")
                        .toArray(String[]::new));
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log))
                .contains("RUGGESPRAAK_ADMIN_EMAIL: In the mail address two dots follow each other.")
                .doesNotContain("at nl.ruggespraak");
    }

    @Test
    @Order(2)
    void startsWithoutAnyUserAndSaysWhatToDo(CapturedOutput log) {
        application =
                SpringApplication.run(RuggespraakApplication.class, settings().toArray(String[]::new));

        assertThat(log).contains("There is no administrator yet. Start once with RUGGESPRAAK_ADMIN_PASSWORD");
        assertThat(identity().createUserQuery().count()).isZero();
        for (String user : new String[] {"admin", "demo", "chair", "lnv-adviser-1"}) {
            Visitor visitor = Visitor.stranger(port());
            assertThat(visitor.location(visitor.signIn(user, user))).isEqualTo("/sign-in?refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "short-1A!",
                "nouppercase-1",
                "NOLOWERCASE-1",
                "NoDigitHere-",
                "NoSpecialChar1",
                "Admin-password-1",
                "My-SYSTEM-password-1"
            })
    @Order(3)
    void takesNoWeakPassword(String password) {
        assertThatThrownBy(() -> appoint(password))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("RUGGESPRAAK_ADMIN_PASSWORD is too weak: A password has at least 10 characters")
                .hasMessageContaining("neither the user name nor the first name")
                .hasMessageNotContaining(password + " ");
        assertThat(identity().createUserQuery().count()).isZero();
    }

    @Test
    @Order(4)
    void makesTheFirstAdministrator(CapturedOutput log) {
        appoint(GOOD);

        Visitor admin = Visitor.stranger(port());
        assertThat(admin.location(admin.signIn("admin", GOOD))).isEqualTo("/");
        assertThat(admin.get("/audit").statusCode()).isEqualTo(200);
        assertThat(log).contains("The first administrator is 'admin'.").doesNotContain(GOOD);
    }

    @Test
    @Order(5)
    void makesNoSecondOneAndSetsNoOtherPassword() {
        appoint("Another-Password-2");

        Visitor admin = Visitor.stranger(port());
        assertThat(admin.location(admin.signIn("admin", "Another-Password-2"))).isEqualTo("/sign-in?refused");
        assertThat(admin.location(admin.signIn("admin", GOOD))).isEqualTo("/");
        assertThat(identity().createUserQuery().count()).isEqualTo(1);
    }

    private static Stream<String> settings(String... more) {
        return Stream.concat(
                Stream.of(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--camunda.bpm.process-engine-name=firstAdministrator",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0"),
                Arrays.stream(more));
    }

    /** What the start does, with this password. */
    private static void appoint(String password) {
        FirstAdministrator firstAdministrator = new FirstAdministrator(
                identity(),
                application().getBean(JdbcAdministrators.class),
                application().getBean(CamundaAccounts.class),
                application().getBean(Demo.class),
                application().getBean(MessageSource.class),
                password);
        new TransactionTemplate(application().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(transaction -> firstAdministrator.appoint());
    }

    private static ConfigurableApplicationContext application() {
        return requireNonNull(application);
    }

    private static IdentityService identity() {
        return application().getBean(IdentityService.class);
    }

    private static int port() {
        return Integer.parseInt(String.valueOf(application().getEnvironment().getProperty("local.server.port")));
    }
}
