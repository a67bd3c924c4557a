package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.CarryAsks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carry every ask. */
@Component
class CarryAllAsksDelegate implements JavaDelegate {

    private final CarryAsks carryAsks;

    CarryAllAsksDelegate(CarryAsks carryAsks) {
        this.carryAsks = carryAsks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryAsks.carryAll(execution.getProcessBusinessKey());
    }
}
