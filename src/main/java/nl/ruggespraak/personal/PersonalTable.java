package nl.ruggespraak.personal;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table with all of its columns that can hold words (text, JSON, arrays, bytes).
 *
 * @param name as the database calls it, with its schema when it is one of ours
 * @param label what people call it, as the last part of the key of a message
 * @param goesAlong whether all words that are addressed to a colleague go when that person does
 * @param titles whether its texts are what everybody knows a meeting by
 * @param rows which rows are looked into, as a condition on {@code t}
 * @param key what tells a row from others, as an expression on {@code t}
 * @param organisation key of the organisation whose material a row is, as an expression on {@code t}; null for what is the network's
 * @param meeting key of the meeting that it belongs to, likewise
 * @param person key of the person whom the words are addressed to, likewise
 */
public record PersonalTable(
        String name,
        String label,
        boolean goesAlong,
        boolean titles,
        String rows,
        String key,
        String organisation,
        String meeting,
        String person,
        List<PersonalColumn> columns) {

    private static final String NONE = "null::text";

    /** A table whose rows are found by {@code id}. */
    public static PersonalTable of(String name) {
        return new PersonalTable(
                name,
                name.substring(name.indexOf('.') + 1),
                false,
                false,
                "true",
                "t.id::text",
                NONE,
                NONE,
                NONE,
                List.of());
    }

    public PersonalTable labelled(String called) {
        return new PersonalTable(name, called, goesAlong, titles, rows, key, organisation, meeting, person, columns);
    }

    public PersonalTable goingAlong() {
        return new PersonalTable(name, label, true, titles, rows, key, organisation, meeting, person, columns);
    }

    public PersonalTable ofTitles() {
        return new PersonalTable(name, label, goesAlong, true, rows, key, organisation, meeting, person, columns);
    }

    public PersonalTable rows(String condition) {
        return new PersonalTable(
                name, label, goesAlong, titles, condition, key, organisation, meeting, person, columns);
    }

    public PersonalTable foundBy(String expression) {
        return new PersonalTable(
                name, label, goesAlong, titles, rows, expression, organisation, meeting, person, columns);
    }

    /** The rows belong to the cycle with this key, which tells meeting and organisation. */
    public PersonalTable ofCycle(String expression) {
        return new PersonalTable(
                name,
                label,
                goesAlong,
                titles,
                rows,
                key,
                "split_part(" + expression + ", '/', 2)",
                "split_part(" + expression + ", '/', 1)",
                person,
                columns);
    }

    public PersonalTable ofOrganisation(String expression) {
        return new PersonalTable(name, label, goesAlong, titles, rows, key, expression, meeting, person, columns);
    }

    public PersonalTable ofMeeting(String expression) {
        return new PersonalTable(name, label, goesAlong, titles, rows, key, organisation, expression, person, columns);
    }

    public PersonalTable addressedTo(String expression) {
        return new PersonalTable(name, label, goesAlong, titles, rows, key, organisation, meeting, expression, columns);
    }

    public PersonalTable references(String... names) {
        return with(Holds.REFERENCE, "follows by itself: on update cascade", names);
    }

    public PersonalTable keys(String how, String... names) {
        return with(Holds.KEY, how, names);
    }

    public PersonalTable names(String how, String... names) {
        return with(Holds.NAME, how, names);
    }

    public PersonalTable texts(String... names) {
        return with(Holds.TEXT, "the name is replaced where it is chosen", names);
    }

    public PersonalTable nothing(String why, String... names) {
        return with(Holds.NOTHING, why, names);
    }

    public List<PersonalColumn> columns(Holds holds) {
        return columns.stream().filter(column -> column.holds() == holds).toList();
    }

    private PersonalTable with(Holds holds, String why, String... names) {
        return new PersonalTable(
                name,
                label,
                goesAlong,
                titles,
                rows,
                key,
                organisation,
                meeting,
                person,
                Stream.concat(columns.stream(), Stream.of(names).map(column -> new PersonalColumn(column, holds, why)))
                        .toList());
    }
}
