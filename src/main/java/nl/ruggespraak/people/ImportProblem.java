package nl.ruggespraak.people;

import java.util.List;

/**
 * What is wrong with a line of a file.
 *
 * @param line of the file, from 1
 * @param message key of the sentence
 */
public record ImportProblem(int line, String message, List<String> arguments) {}
