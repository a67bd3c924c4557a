package nl.ruggespraak.process.meetingcycle;

import nl.ruggespraak.ask.CarryAsks;
import nl.ruggespraak.notice.BriefingNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carry every ask. */
@Component
class CarryAllAsksDelegate implements JavaDelegate {

    private final CarryAsks carryAsks;
    private final BriefingNotice notice;

    CarryAllAsksDelegate(CarryAsks carryAsks, BriefingNotice notice) {
        this.carryAsks = carryAsks;
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryAsks.carryAll(execution.getProcessBusinessKey());
        notice.send(execution.getProcessBusinessKey());
    }
}
