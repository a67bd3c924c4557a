package nl.ruggespraak.mail;

import nl.ruggespraak.people.Demo;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mail server: whether there is one, and what it says to a test. */
@Component
@Order(80)
class MailStep implements SetupStep {

    private final Postbox postbox;
    private final Demo demo;
    private final String host;

    MailStep(Postbox postbox, Demo demo, @Value("${spring.mail.host:}") String host) {
        this.postbox = postbox;
        this.demo = demo;
        this.host = host;
    }

    @Override
    public SetupLine look(Visit visit) {
        if (postbox.keepsMails()) {
            return new SetupLine("mail", demo.isThere() ? State.DOUBTFUL : State.MISSING, "setup.mail.missing")
                    .at("/mailbox");
        }
        boolean nobodys = postbox.sender().wireDomain().equals("localhost");
        return new SetupLine(
                        "mail",
                        nobodys ? State.DOUBTFUL : State.DONE,
                        nobodys ? "setup.mail.nobodys" : "setup.mail.done",
                        host,
                        postbox.sender().text())
                .pressing("/setup/mail");
    }
}
