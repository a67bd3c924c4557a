package nl.ruggespraak.link;

import java.util.Arrays;
import java.util.Optional;

/** What a link is for. The path is one letter: links are short enough to be read out. */
public enum Purpose {
    GIVE_ASKS("a"),
    ACT_ON_REPORT_BACK("r"),
    RECORD_LEADS("l");

    private final String path;

    Purpose(String path) {
        this.path = path;
    }

    /** The first part of the link's path, e.g. {@code a}. */
    public String path() {
        return path;
    }

    /** The purpose of links that begin with this path. */
    public static Optional<Purpose> at(String path) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.path.equals(path))
                .findFirst();
    }
}
