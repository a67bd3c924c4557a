package nl.ruggespraak.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.people.Deadline;
import nl.ruggespraak.people.Deadlines;
import nl.ruggespraak.people.People;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RuggespraakTest
class NetworkDeadlinesTests {

    private static final String PAGE = "/networks/sam";

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @AfterEach
    void giveTheUsualTimeAgain() {
        Visitor.signedIn(port, "chair").form(PAGE, PAGE, fields("leadTimeDays=14"));
        assertThat(people.network("sam").orElseThrow().deadlines()).isEqualTo(Deadlines.USUAL);
    }

    @Test
    void areTheChairs() {
        assertThat(Visitor.signedIn(port, "chair").get(PAGE).statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "admin").get(PAGE).statusCode()).isEqualTo(200);
        for (String person : new String[] {"lnv-representative", "lnv-director", "lnv-adviser-1"}) {
            assertThat(Visitor.signedIn(port, person).get(PAGE).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void areTakenAsTyped() {
        Visitor chair = Visitor.signedIn(port, "chair");

        chair.form(PAGE, PAGE, fields("leadTimeDays=21").replace("ACT=5", "ACT=8"));

        assertThat(people.network("sam").orElseThrow().leadTimeDays()).isEqualTo(21);
        assertThat(people.network("sam").orElseThrow().deadlines().of(Deadline.ACT))
                .isEqualTo(8);
        assertThat(chair.get(PAGE).body()).contains("value=\"21\"", "value=\"8\"");
    }

    @Test
    void areRefusedTogetherAndStayTyped() {
        HttpResponse<String> answer = Visitor.signedIn(port, "chair")
                .form(PAGE, PAGE, fields("leadTimeDays=0").replace("ACT=5", "ACT=soon"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("between 1 and 365", "between 1 and 60", "value=\"soon\"", "aria-invalid=\"true\"");
        assertThat(people.network("sam").orElseThrow().deadlines()).isEqualTo(Deadlines.USUAL);
    }

    private static String fields(String leadTime) {
        return Arrays.stream(Deadline.values())
                        .map(deadline -> deadline.name() + "=" + deadline.usual())
                        .collect(Collectors.joining("&"))
                + "&" + leadTime;
    }
}
