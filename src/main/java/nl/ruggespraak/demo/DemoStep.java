package nl.ruggespraak.demo;

import nl.ruggespraak.database.ConditionalOnEmbeddedDatabase;
import nl.ruggespraak.people.Demo;
import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo network, which goes before a real one comes. */
@Component
@ConditionalOnEmbeddedDatabase
@Order(5)
class DemoStep implements SetupStep {

    private final Demo demo;

    DemoStep(Demo demo) {
        this.demo = demo;
    }

    @Override
    public SetupLine look(Visit visit) {
        return demo.isThere()
                ? new SetupLine("demo", State.DOUBTFUL, "setup.demo.there").at("/setup/demo")
                : new SetupLine("demo", State.DONE, "setup.demo.gone");
    }
}
