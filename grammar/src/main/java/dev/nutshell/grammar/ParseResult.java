package dev.nutshell.grammar;

import dev.nutshell.grammar.parser.SyntaxProblem;
import dev.nutshell.grammar.tree.SourceUnit;
import java.util.List;
import java.util.Optional;

/** The tree of a file, or what is wrong with its text, in the order of the text: never both. */
public record ParseResult(Optional<SourceUnit> unit, List<SyntaxProblem> problems) {
  public ParseResult {
    problems = List.copyOf(problems);
  }
}
