package nl.ruggespraak.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ruggespraak.RuggespraakTest;
import nl.ruggespraak.mail.Deliveries;
import nl.ruggespraak.site.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Addresses that stand in the tables since an older version took them. */
@RuggespraakTest
class CheckAddressesTests {

    private static final List<String> BOTH = List.of("rws-adviser-1", "rws-adviser-2");

    @LocalServerPort
    private int port;

    @Autowired
    private CheckAddresses checkAddresses;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void putBack() {
        keep("daan.meijer@rws.example.org");
        checkAddresses.check();
    }

    @ParameterizedTest
    @CsvSource({
        "jan@lnv.еxample.org, The part “еxample” of the mail address mixes",
        "łukasz@lnv.example.org, the letters a to z there",
        "jan@lnv, The end of the name is missing",
        "'Jan <jan@lnv.example.org>', without a name"
    })
    void areShownToAdministratorsWithWhy(String address, String why) {
        keep(address);
        checkAddresses.check();

        assertThat(Visitor.signedIn(port, "admin")
                        .get("/admin/addresses?sought=rws-adviser-1")
                        .body())
                .contains("rws-adviser-1", address.replace("<", "&lt;").replace(">", "&gt;"), why)
                .doesNotContain("/mailbox/");
        assertThat(deliveries.refused(BOTH)).containsOnlyKeys("rws-adviser-1");
    }

    @Test
    void areNoLongerShownWhenTheyAreRight() {
        keep("jan@lnv..example.org");
        checkAddresses.check();
        keep("daan@rws.example.org");
        checkAddresses.check();

        assertThat(deliveries.refused(BOTH)).isEmpty();
    }

    @Test
    void areKeptAsTheyAreCompared() {
        keep("Daan.Meijer@RWS.Example.org");
        checkAddresses.check();

        assertThat(deliveries.refused(BOTH)).isEmpty();
        assertThat(jdbc.sql("select email from ruggespraak.person where key = 'rws-adviser-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Daan.Meijer@rws.example.org");
    }

    @Test
    void areNotThoseOfWhoWasErased() {
        keep("");
        checkAddresses.check();

        assertThat(deliveries.refused(BOTH)).isEmpty();
    }

    private void keep(String address) {
        jdbc.sql("update ruggespraak.person set email = :address where key = 'rws-adviser-1'")
                .param("address", address)
                .update();
    }
}
