package nl.ruggespraak.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.ruggespraak.CycleRows;
import nl.ruggespraak.RuggespraakTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists that are shown in parts lead from each part to the next and back. */
@RuggespraakTest
class LongListsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private CycleRows rows;

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "lnv-adviser-1, /mailbox?status=SENT&olderThan=1,     /mailbox?status=SENT,       Newest",
        "admin,         /audit?olderThan=1,                   /audit,                     Newest",
        "admin,         /admin/addresses?sought=no&after=x,   /admin/addresses?sought=no, From the beginning",
        "chair,         /meetings?page=3,                     /meetings?page=2,           Later ones"
    })
    void leadBack(String person, String part, String back, String words) {
        assertThat(Visitor.signedIn(port, person).get(part).body())
                .contains("<a href=\"" + back + "\">" + words + "</a>");
    }

    @Test
    void leadOnAndBackThroughWhatIsSharedWithAMeeting() {
        String cycle = rows.aCycle("lnv", "BRIEFED");
        IntStream.rangeClosed(1, 51).forEach(each -> rows.aCarriedAsk(cycle, "lnv-adviser-1", "QUESTION", null));
        long fiftieth = rows.value(
                Long.class, "select id from ruggespraak.ask where cycle = ? order by id offset 49 limit 1", cycle);
        String list = "/meetings/" + cycle.replace("/lnv", "") + "/asks";
        Visitor chair = Visitor.signedIn(port, "chair");

        assertThat(chair.get(list).body())
                .contains("<a href=\"" + list + "?after=" + fiftieth + "\">")
                .doesNotContain("From the beginning");
        assertThat(chair.get(list + "?after=" + fiftieth).body())
                .contains("<a href=\"" + list + "\">From the beginning</a>")
                .doesNotContain(list + "?after=");
    }

    @Test
    void leadOnAndBackThroughFaultyLines() {
        Visitor administrator = Visitor.signedIn(port, "admin");
        String faulty = IntStream.rangeClosed(1, 101)
                .mapToObj(each -> "lnv;;faulty-" + each + ";Anne;Smit;anne@lnv.example.org;boss")
                .collect(Collectors.joining("\n"));
        String checked = administrator.location(administrator.upload(
                "/admin/import", "organisation;organisation name;person;first name;last name;email;roles\n" + faulty));

        assertThat(administrator.get(checked).body())
                .contains("<a href=\"" + checked + "?from=100\">Later lines</a>")
                .doesNotContain("Earlier lines");
        assertThat(administrator.get(checked + "?from=100").body())
                .contains("<a href=\"" + checked + "?from=0\">Earlier lines</a>")
                .doesNotContain("Later lines");
    }
}
