package nl.ruggespraak;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ruggespraak.ask.AskRounds;
import nl.ruggespraak.audit.AuditTrail;
import nl.ruggespraak.escalation.BookResult;
import nl.ruggespraak.escalation.MatchPeople;
import nl.ruggespraak.meeting.ReportCycle;
import nl.ruggespraak.planted.AsksTheClockOfTheMachine;
import nl.ruggespraak.planted.ChangesWithoutRecord;
import nl.ruggespraak.planted.InjectsAField;
import nl.ruggespraak.planted.KnowsTheEngine;
import nl.ruggespraak.planted.SendsMail;
import nl.ruggespraak.planted.SpeaksSql;
import nl.ruggespraak.reportback.DraftReportBacks;
import nl.ruggespraak.reportback.RemindOfReportBacks;
import nl.ruggespraak.reportback.SendReportBack;
import nl.ruggespraak.reportback.StartReportBacks;
import nl.ruggespraak.result.EvaluateCycle;
import nl.ruggespraak.result.TellStakeholders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The boundaries of the packages. Each rule is also shown a class that breaks it, so that none passes asleep. */
class ArchitectureTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.ruggespraak");

    private static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses()
            .that(resideOutsideOfPackage("nl.ruggespraak.process.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda.."));

    private static final ArchRule SQL_IS_IN_JDBC_CLASSES_ONLY = noClasses()
            .that(are(
                    "not named Jdbc…", type -> !outermost(type).getSimpleName().startsWith("Jdbc")))
            // How connections are made and bounded is its whole business.
            .and(resideOutsideOfPackage("nl.ruggespraak.database.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc.."));

    private static final ArchRule MAIL_IS_SENT_BY_MAIL_ONLY = noClasses()
            .that(resideOutsideOfPackage("nl.ruggespraak.mail.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.springframework.mail.."));

    private static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private static final ArchRule NOW_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("it asks the clock of the machine", ArchitectureTests::asksTheMachine));

    /** Use cases that change something and say nothing in the trail, each with the reason. */
    private static final Map<Class<?>, String> NOT_RECORDED = Map.of(
            AskRounds.class, "opens, reminds and closes for whoever AnnounceMeeting recorded, in batches",
            ReportCycle.class, "counts what ReviewReportBacks recorded",
            DraftReportBacks.class, "drafts: nobody has said anything yet",
            StartReportBacks.class, "lets go out what ReviewReportBacks recorded, in batches",
            RemindOfReportBacks.class, "posts mails, which are kept with their moments",
            SendReportBack.class, "notes the moment of what ReviewReportBacks recorded",
            MatchPeople.class, "computes from what ReportStaffAtRisk recorded",
            BookResult.class, "books what RecordPlacements recorded",
            EvaluateCycle.class, "counts results that are recorded",
            TellStakeholders.class, "posts mails, which are kept with their moments");

    private static final ArchRule WHAT_CHANGES_SOMETHING_IS_RECORDED = classes()
            .that(resideOutsideOfPackages(
                    "nl.ruggespraak.audit..",
                    "nl.ruggespraak.process..",
                    "nl.ruggespraak.notice..",
                    "nl.ruggespraak.mail.."))
            .and(are("not Jdbc…", type -> !type.getSimpleName().startsWith("Jdbc")))
            .and(are("changing something", ArchitectureTests::changesSomething))
            .and(are("not excused", type -> NOT_RECORDED.keySet().stream().noneMatch(type::isEquivalentTo)))
            .should()
            .dependOnClassesThat(are("the AuditTrail", type -> type.isEquivalentTo(AuditTrail.class)));

    @Test
    void modulesUseWhatTheyDeclareOnly() {
        ApplicationModules.of(RuggespraakApplication.class).verify();
    }

    @Test
    void seesAModuleThatUsesWhatItDoesNotDeclare() {
        ApplicationModules planted =
                ApplicationModules.of("nl.ruggespraak.planted.modules", (ImportOption) location -> true);
        assertThat(planted.detectViolations().getMessages())
                .anySatisfy(violation -> assertThat(violation).contains("'two' depends on module 'one'"));
    }

    @Test
    void onlyProcessKnowsTheEngine() {
        ONLY_PROCESS_KNOWS_THE_ENGINE.check(OURS);
    }

    @Test
    void sqlIsInJdbcClassesOnly() {
        SQL_IS_IN_JDBC_CLASSES_ONLY.check(OURS);
    }

    @Test
    void mailIsSentByMailOnly() {
        MAIL_IS_SENT_BY_MAIL_ONLY.check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NOTHING_IS_INJECTED_INTO_FIELDS.check(OURS);
    }

    @Test
    void nowComesFromTheClock() {
        NOW_COMES_FROM_THE_CLOCK.check(OURS);
    }

    @Test
    void whatChangesSomethingIsRecorded() {
        WHAT_CHANGES_SOMETHING_IS_RECORDED.check(OURS);
    }

    @Test
    void excusesNobodyFromTheTrailWhoNeedsNoExcuse() {
        assertThat(NOT_RECORDED.keySet())
                .allSatisfy(excused -> assertThat(OURS.get(excused))
                        .matches(ArchitectureTests::changesSomething)
                        .matches(type -> type.getDirectDependenciesFromSelf().stream()
                                .noneMatch(dependency ->
                                        dependency.getTargetClass().isEquivalentTo(AuditTrail.class))));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void seesAClassThatBreaksIt(ArchRule rule, Class<?> culprit) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(culprit)).hasViolation())
                .isTrue();
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of(ONLY_PROCESS_KNOWS_THE_ENGINE, KnowsTheEngine.class),
                Arguments.of(SQL_IS_IN_JDBC_CLASSES_ONLY, SpeaksSql.class),
                Arguments.of(MAIL_IS_SENT_BY_MAIL_ONLY, SendsMail.class),
                Arguments.of(WHAT_CHANGES_SOMETHING_IS_RECORDED, ChangesWithoutRecord.class),
                Arguments.of(NOTHING_IS_INJECTED_INTO_FIELDS, InjectsAField.class),
                Arguments.of(NOW_COMES_FROM_THE_CLOCK, AsksTheClockOfTheMachine.OfToday.class),
                Arguments.of(NOW_COMES_FROM_THE_CLOCK, AsksTheClockOfTheMachine.OfAZone.class),
                Arguments.of(NOW_COMES_FROM_THE_CLOCK, AsksTheClockOfTheMachine.OfADate.class),
                Arguments.of(NOW_COMES_FROM_THE_CLOCK, AsksTheClockOfTheMachine.OfItsOwn.class),
                Arguments.of(NOW_COMES_FROM_THE_CLOCK, AsksTheClockOfTheMachine.OfTheSystem.class));
    }

    private static boolean changesSomething(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> method.tryGetAnnotationOfType(Transactional.class).stream())
                .anyMatch(transactional -> !transactional.readOnly());
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
            case "system", "systemUTC", "systemDefaultZone" -> owner.isEquivalentTo(Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
