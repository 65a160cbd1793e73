package dev.nutshell.grammar;

import dev.nutshell.grammar.parser.SyntaxProblem;
import dev.nutshell.grammar.tree.Argument;
import java.util.List;
import java.util.Optional;

/**
 * The trees of lone arguments ({@code units: 64}), or what is wrong with their text: never both.
 */
public record ArgumentsResult(Optional<List<Argument>> arguments, List<SyntaxProblem> problems) {
  public ArgumentsResult {
    arguments = arguments.map(List::copyOf);
    problems = List.copyOf(problems);
  }
}
