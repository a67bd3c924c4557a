package nl.ruggespraak.meeting;

import java.util.List;

/** Tells the process engine what happened to a meeting. */
public interface MeetingProcess {

    /** These organisations have been invited; each cycle begins. */
    void invited(Meeting meeting, List<MeetingCycle> cycles);

    /** The meeting has new dates. */
    void rescheduled(Meeting meeting);

    /** These cycles have new dates, those of their meeting. */
    void rescheduled(Meeting meeting, List<MeetingCycle> cycles);

    /** These cycles are off. */
    void cancelled(List<MeetingCycle> cycles);

    /** Every organisation of the meeting has reported back. */
    void allReported(String meeting);
}
