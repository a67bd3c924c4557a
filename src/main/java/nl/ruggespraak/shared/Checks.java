package nl.ruggespraak.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a form, so that a person hears it all at once. The sentences are {@code refusal.<name>.<what>}
 * in {@code messages.properties}.
 */
public final class Checks {

    private final List<Problem> problems = new ArrayList<>();

    /** The checks of a form's plain fields. */
    public Row plain() {
        return new Row(null, null);
    }

    /** The checks of one row of a list, counted from 1. */
    public Row row(String list, int row) {
        return new Row(list, row);
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Refuses when anything was wrong. */
    public void refuseIfAny() {
        Refusal.ifAny(problems);
    }

    /** One row of a list, or the plain fields of a form. */
    public final class Row {

        private final @Nullable String list;
        private final @Nullable Integer row;

        private Row(@Nullable String list, @Nullable Integer row) {
            this.list = list;
            this.row = row;
        }

        /**
         * A text that must be there: {@code refusal.<name>.missing}, {@code refusal.<name>.tooLong} with the longest length and the
         * actual one.
         *
         * @return the text without white space around it
         */
        public String text(String name, @Nullable String value, int longest) {
            String text = optionalText(name, value, longest);
            require(!text.isEmpty(), name, "missing");
            return text;
        }

        /** A text that may be missing: then it is empty. */
        public String optionalText(String name, @Nullable String value, int longest) {
            String text = value == null ? "" : value.replace("\u0000", "").strip();
            require(text.length() <= longest, name, "tooLong", longest, text.length());
            return text;
        }

        /** A whole number between two bounds: {@code refusal.<name>.outOfRange} with both. */
        public int number(String name, @Nullable Long value, int least, int most, int otherwise) {
            long number = value == null ? otherwise : value;
            require(number >= least && number <= most, name, "outOfRange", least, most, number);
            return (int) Math.max(least, Math.min(most, number));
        }

        /** A day that is not over and at most some years ahead, if any: {@code refusal.<name>.past} or {@code refusal.<name>.tooFar}. */
        public void day(String name, @Nullable LocalDate value, LocalDate today, int years) {
            if (value != null) {
                require(!value.isBefore(today), name, "past");
                require(!value.isAfter(today.plusYears(years)), name, "tooFar", years);
            }
        }

        /** What must be true, else {@code refusal.<name>.<what>} with these arguments. */
        public boolean require(boolean satisfied, String name, String what, Object... arguments) {
            if (!satisfied) {
                String field = list == null ? name : list;
                problems.add(new Problem(field, row, "refusal." + name + "." + what, List.of(arguments)));
            }
            return satisfied;
        }
    }
}
