package nl.ruggespraak.link.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nl.ruggespraak.link.LinkedForm;
import nl.ruggespraak.link.Typed;
import nl.ruggespraak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A form as its page shows it: what was typed, and what is wrong with it, each at its field. */
public final class FilledForm {

    private final LinkedForm form;
    private final Typed typed;
    private final List<Problem> problems;
    private final MessageSource messages;
    private final Locale language;

    FilledForm(LinkedForm form, Typed typed, List<Problem> problems, MessageSource messages, Locale language) {
        this.form = form;
        this.typed = typed;
        this.problems = problems;
        this.messages = messages;
        this.language = language;
    }

    /** A plain field. */
    public Field field(String name) {
        return new Field(name, typed.field(name), said(null, name));
    }

    /** The rows of the list, in their order. */
    public List<Row> rows() {
        return IntStream.rangeClosed(1, typed.rows().size())
                .mapToObj(number -> new Row(number, typed.rows().get(number - 1)))
                .toList();
    }

    /** The row from which a script makes new ones. */
    public Row blank() {
        return new Row(0, Map.of());
    }

    /** What is wrong, in the order in which it was found, each with the field to go to. */
    public List<Wrong> wrong() {
        return problems.stream()
                .map(problem -> new Wrong(problem.sentenceOfRow(messages, language), goal(problem)))
                .toList();
    }

    private String goal(Problem problem) {
        Integer row = problem.row();
        if (row != null && row <= typed.rows().size()) {
            return form.rowFields().contains(problem.concerns()) ? id(row, problem.concerns()) : id(row);
        }
        return form.fields().contains(problem.field()) ? problem.field() : "form";
    }

    private List<String> said(@Nullable Integer row, String name) {
        return problems.stream()
                .filter(problem ->
                        Objects.equals(row, problem.row()) && problem.concerns().equals(name))
                .map(problem -> problem.sentence(messages, language))
                .toList();
    }

    private String id(int row) {
        return form.list() + "-" + row;
    }

    private String id(int row, String field) {
        return id(row) + "-" + field;
    }

    /** Something wrong. */
    public record Wrong(String sentence, String goal) {}

    /** One row of the list. */
    public final class Row {

        private final int number;
        private final Map<String, String> values;

        private Row(int number, Map<String, String> values) {
            this.number = number;
            this.values = values;
        }

        public int number() {
            return number;
        }

        public String id() {
            return FilledForm.this.id(number);
        }

        public Field field(String name) {
            return new Field(FilledForm.this.id(number, name), values.getOrDefault(name, ""), said(number, name));
        }

        /** Whether it is shown at full length: the last one, and those on which work is left. */
        public boolean open() {
            return number == typed.rows().size()
                    || number == 0
                    || wrong()
                    || field("title").value().isBlank();
        }

        private boolean wrong() {
            return problems.stream().anyMatch(problem -> Objects.equals(number, problem.row()));
        }
    }

    /**
     * One field.
     *
     * @param id also its name in what is sent
     * @param said what is wrong with it
     */
    public record Field(String id, String value, List<String> said) {

        public boolean wrong() {
            return !said.isEmpty();
        }

        /** The ids of what describes it: a hint of its own, and what is wrong. */
        public @Nullable String describedBy(boolean hint) {
            List<String> ids = new ArrayList<>();
            if (hint) {
                ids.add(id + "-hint");
            }
            if (wrong()) {
                ids.add(id + "-wrong");
            }
            return ids.isEmpty() ? null : String.join(" ", ids);
        }
    }
}
