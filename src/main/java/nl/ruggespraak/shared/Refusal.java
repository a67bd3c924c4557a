package nl.ruggespraak.shared;

import java.util.List;
import java.util.stream.Collectors;

/** What a person asked for cannot be done, and why. Nothing has been written; the task stays open. */
public class Refusal extends RuntimeException {

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.message() + problem.arguments())
                .collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** A refusal for one reason. */
    public static Refusal of(String field, String message, Object... arguments) {
        return new Refusal(List.of(Problem.of(field, message, arguments)));
    }

    /** Refuses when there is any problem. */
    public static void ifAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    public List<Problem> problems() {
        return problems;
    }
}
