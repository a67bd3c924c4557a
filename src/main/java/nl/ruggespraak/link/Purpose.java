package nl.ruggespraak.link;

import java.util.Arrays;
import java.util.Optional;

/** What a link is for. The path is one letter: links are short enough to be read out. */
public enum Purpose {
    GIVE_ASKS("a", WaitingTask.GIVE_ASKS),
    ACT_ON_REPORT_BACK("r", WaitingTask.ACT_ON_REPORT_BACK),
    RECORD_LEADS("l", WaitingTask.RECORD_LEADS);

    private final String path;
    private final WaitingTask task;

    Purpose(String path, WaitingTask task) {
        this.path = path;
        this.task = task;
    }

    /** The first part of the link's path, e.g. {@code a}. */
    public String path() {
        return path;
    }

    /** The task that is completed by such a link. */
    public WaitingTask task() {
        return task;
    }

    /** The purpose of links that begin with this path. */
    public static Optional<Purpose> at(String path) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.path.equals(path))
                .findFirst();
    }
}
