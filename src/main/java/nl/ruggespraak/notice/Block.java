package nl.ruggespraak.notice;

import java.util.List;
import java.util.Locale;

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

    record Items(List<String> items) implements Block {}

    /** More of the same, each by a link. */
    record More(List<Action> links) implements Block {}

    /** What is only there for whoever looks for it, by a small link at the foot. */
    record Foot(Action link) implements Block {}

    /** The one thing to do, by a link. */
    record Action(String label, String address) implements Block {}

    /** Other ways to do it, by smaller links. */
    record Links(List<Action> links) implements Block {}
}
