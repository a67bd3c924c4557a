package nl.ruggespraak.link;

import java.util.Arrays;
import java.util.Optional;

/** A task that a mail leads to, for whoever wants to do it signed in. The path is a word of its own, so that a mail outlives a renamed task. */
public enum WaitingTask {
    GIVE_ASKS("give-asks", About.CYCLE),
    RECORD_LEADS("record-leads", About.CYCLE),
    SEND_REPORT_BACKS("send-report-backs", About.CYCLE),
    ACT_ON_REPORT_BACK("act-on-report-back", About.REPORT_BACK),
    DECIDE_ON_ESCALATION("decide-on-escalation", About.ESCALATION),
    REPORT_STAFF_AT_RISK("report-staff-at-risk", About.ESCALATION);

    /** What a task is about. */
    public enum About {
        /** By its key. */
        CYCLE,
        /** By its id. */
        REPORT_BACK,
        /** By its id. */
        ESCALATION
    }

    private final String path;
    private final About about;

    WaitingTask(String path, About about) {
        this.path = path;
        this.about = about;
    }

    public About about() {
        return about;
    }

    /**
     * The path of the page that leads on to it.
     *
     * @param subject key of the meeting cycle, or id of the report-back or the escalation
     */
    public String path(String subject) {
        return "/task/" + path + "?of=" + subject;
    }

    /** The task whose page is called so. */
    public static Optional<WaitingTask> at(String path) {
        return Arrays.stream(values()).filter(task -> task.path.equals(path)).findFirst();
    }
}
