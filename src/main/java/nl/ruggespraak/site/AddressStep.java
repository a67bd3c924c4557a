package nl.ruggespraak.site;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.setup.BrowserAddress;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The address in links of mails and calendars, compared with the one that the administrator's browser uses. */
@Component
@Order(90)
class AddressStep implements SetupStep {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String configured;
    private final Demo demo;

    AddressStep(@Value("${ruggespraak.url}") String configured, Demo demo) {
        this.configured = configured;
        this.demo = demo;
    }

    @Override
    public SetupLine look(Visit visit) {
        boolean thisMachine = isThisMachine(configured);
        if (!sameFor(configured).equals(sameFor(visit.address()))) {
            return new SetupLine(
                    "address",
                    thisMachine && !demo.isThere() ? State.MISSING : State.DOUBTFUL,
                    thisMachine ? "setup.address.thisMachineOnly" : "setup.address.other",
                    configured,
                    visit.address());
        }
        return thisMachine && !demo.isThere()
                ? new SetupLine("address", State.DOUBTFUL, "setup.address.onThisMachine", configured)
                : new SetupLine("address", State.DONE, "setup.address.done", configured);
    }

    private static boolean isThisMachine(String address) {
        return THIS_MACHINE.contains(String.valueOf(URI.create(address).getHost()));
    }

    /** What is the same for a browser is written in one way. */
    private static String sameFor(String address) {
        URI parts = URI.create(address);
        String scheme = String.valueOf(parts.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(parts.getHost()).toLowerCase(Locale.ROOT);
        return BrowserAddress.origin(scheme, THIS_MACHINE.contains(host) ? "localhost" : host, parts.getPort())
                + parts.getRawPath().replaceAll("/+$", "");
    }
}
