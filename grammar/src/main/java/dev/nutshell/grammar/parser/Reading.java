package dev.nutshell.grammar.parser;

import java.util.List;
import java.util.Optional;

/**
 * What was read from a text.
 *
 * @param tree empty if there are problems
 * @param comments those that no declaration, formal or statement took as its documentation, in the
 *     order of the text
 */
public record Reading<T>(Optional<T> tree, List<Comment> comments, List<SyntaxProblem> problems) {
  public Reading {
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
