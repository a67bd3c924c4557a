package nl.ruggespraak.meeting;

import nl.ruggespraak.setup.SetupLine;
import nl.ruggespraak.setup.SetupLine.State;
import nl.ruggespraak.setup.SetupStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first meeting, for which all the rest is done. */
@Component
@Order(110)
class FirstMeetingStep implements SetupStep {

    private final JdbcMeetings meetings;

    FirstMeetingStep(JdbcMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public SetupLine look(Visit visit) {
        int count = meetings.count();
        return new SetupLine(
                        "meeting",
                        count > 0 ? State.DONE : State.DOUBTFUL,
                        count > 0 ? "setup.meeting.done" : "setup.meeting.missing",
                        count)
                .at("/camunda/app/tasklist/default/#/?processStart=network-meeting");
    }
}
