package nl.ruggespraak.process;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets each test begin with the real time, wherever the one before it went. */
public class RealClock implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
