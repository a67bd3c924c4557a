package nl.ruggespraak.notice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a letter; the frames know how each looks as text and as HTML. */
sealed interface Block {

    /** Which part of a frame shows it. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Our own words. */
    record Paragraph(String text) implements Block {}

    /** Begins a new part. */
    record Heading(String text) implements Block {}

    /** A person's own words, line breaks and all. */
    record Quote(String label, String text) implements Block {

        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** A person's own letter. */
    record Words(String text) implements Block {

        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** Things to know, by name. */
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String name, String value) {

        public List<String> lines() {
            return value.lines().toList();
        }
    }

    /**
     * Whom to call.
     *
     * @param who a name and ways to reach it, as they were written down
     */
    record Call(String who, @Nullable String organisation) implements Block {

        private static final Pattern TELEPHONE = Pattern.compile("\\+?\\(?\\d[\\d ()./–-]{7,}\\d");

        /** The address of the telephone number, if there is one; a telephone calls it with one touch. */
        public @Nullable String telephone() {
            Matcher number = TELEPHONE.matcher(who);
            return number.find() ? "tel:" + number.group().replaceAll("[^\\d+]", "") : null;
        }
    }

    record Items(List<String> items) implements Block {}

    /** More of the same, each by a link. */
    record More(List<Action> links) implements Block {}

    /** What is only there for whoever looks for it, by a small link at the foot. */
    record Foot(Action link) implements Block {}

    /** The one thing to do, by a link. */
    record Action(String label, String address) implements Block {}

    /** Quick ways to do it, each with one click. */
    record Choices(List<Action> choices) implements Block {}

    /** Another way to do it, by a small link. */
    record Aside(Action action) implements Block {}
}
