package nl.ruggespraak.meeting;

import java.util.List;

/** Tells the process engine what happened to a meeting. */
public interface MeetingProcess {

    /** These organisations have been invited; each cycle begins. */
    void invited(Meeting meeting, List<MeetingCycle> cycles);

    /** These organisations take part after all; each cycle begins, and whoever goes is told. */
    void joined(Meeting meeting, List<MeetingCycle> cycles);

    /** These organisations have left the network, and take no part any more: their cycles end, and whoever knows of the meeting is told. */
    void withdrawn(List<MeetingCycle> cycles);

    /** An organisation is closed: whatever waits for its people ends. */
    void closed(String organisation);

    /** The meeting has new dates: its process moves, and passes them on. */
    void rescheduled(Meeting meeting);

    /** The meeting has new dates, of which a message told its process: it moves, and passes them on already. */
    void rescheduledByMessage(Meeting meeting);

    /** These cycles have new dates, those of their meeting. */
    void rescheduled(Meeting meeting, List<MeetingCycle> cycles);

    /** The meeting is off: its process ends, and passes it on. */
    void cancelled(Meeting meeting);

    /** These cycles are off. */
    void cancelled(List<MeetingCycle> cycles);

    /** Somebody else represents the organisation from now on: what waited for the former waits for the new one. */
    void handedOver(MeetingCycle cycle, Handover handover);

    /** Another chair leads the meeting from now on. */
    void handedOver(Meeting meeting, Handover handover);

    /** Every organisation of the meeting has reported back. */
    void allReported(String meeting);
}
