package nl.ruggespraak.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.ruggespraak.people.JdbcSetup.Counts;
import nl.ruggespraak.people.JdbcSetup.Held;
import nl.ruggespraak.people.JdbcSetup.Led;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Networks, chairs, organisations and who speaks and decides for them. */
@Configuration(proxyBeanMethods = false)
class PeopleSetup {

    private static final String PEOPLE = "/admin/import";

    @Bean
    @Order(10)
    SetupStep networkStep(People people) {
        return visit -> {
            List<Network> networks = people.networks();
            return networks.isEmpty()
                    ? new SetupLine("network", State.MISSING, "setup.network.missing").at(PEOPLE)
                    : new SetupLine(
                            "network",
                            State.DONE,
                            "setup.network.done",
                            SetupLine.bounded(
                                    networks.stream().map(Network::name).toList()));
        };
    }

    @Bean
    @Order(20)
    SetupStep membersStep(JdbcSetup setup, Clock clock) {
        return visit -> {
            Counts counts = setup.members(LocalDate.now(clock));
            boolean there = counts.organisations() > 0 && counts.people() > 0;
            return new SetupLine(
                            "members",
                            there ? State.DONE : State.MISSING,
                            there ? "setup.members.done" : "setup.members.missing",
                            counts.organisations(),
                            counts.people())
                    .at(PEOPLE);
        };
    }

    @Bean
    @Order(30)
    SetupStep chairStep(JdbcSetup setup) {
        return visit -> {
            List<Led> networks = setup.networks();
            List<String> without = networks.stream()
                    .filter(led -> led.chair() == null)
                    .map(Led::network)
                    .toList();
            if (networks.isEmpty()) {
                return new SetupLine("chair", State.MISSING, "setup.chair.noNetwork").at(PEOPLE);
            }
            return without.isEmpty()
                    ? new SetupLine(
                            "chair",
                            State.DONE,
                            "setup.chair.done",
                            SetupLine.bounded(networks.stream()
                                    .map(Led::chair)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList()))
                    : new SetupLine(
                                    "chair",
                                    // Where another network is led already, the first meeting fails for nobody.
                                    without.size() == networks.size() ? State.MISSING : State.DOUBTFUL,
                                    "setup.chair.missing",
                                    SetupLine.bounded(without))
                            .at(PEOPLE);
        };
    }

    @Bean
    @Order(40)
    SetupStep representativesStep(JdbcSetup setup, Clock clock) {
        return visit -> everywhere(
                setup.membersWith(Role.REPRESENTATIVE, LocalDate.now(clock)),
                "representatives",
                "setup.representatives.done",
                "setup.representatives.missing");
    }

    @Bean
    @Order(50)
    SetupStep directorsStep(JdbcSetup setup, Clock clock) {
        return visit -> everywhere(
                setup.membersWith(Role.DIRECTOR, LocalDate.now(clock)),
                "directors",
                "setup.directors.done",
                "setup.directors.missing");
    }

    private static SetupLine everywhere(List<Held> members, String key, String done, String missing) {
        if (members.isEmpty()) {
            return new SetupLine(key, State.DOUBTFUL, "setup.noMembers").at(PEOPLE);
        }
        List<String> without = members.stream()
                .filter(member -> !member.held())
                .map(Held::organisation)
                .toList();
        return without.isEmpty()
                ? new SetupLine(key, State.DONE, done)
                : new SetupLine(key, State.DOUBTFUL, missing, SetupLine.bounded(without)).at(PEOPLE);
    }
}
