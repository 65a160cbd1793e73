package dev.nutshell.processor.diagram;

import dev.nutshell.grammar.Parser;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Span;

/** The text of models, for what pictures quote of it. */
public final class ModelText {
  private final String name;
  private final String text;

  /** A text without errors, under the name that places in it bear. */
  public ModelText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Where a model is declared that the text has. */
  public Span declaration(String model) {
    return Parser.parse(name, text).unit().orElseThrow().declarations().stream()
        .filter(each -> each.kind() == Declaration.Kind.MODEL)
        .filter(each -> each.name().text().equals(model))
        .findFirst()
        .orElseThrow()
        .span();
  }

  /** What stands at a place, in one line. */
  public String at(Span span) {
    String[] lines = text.lines().toArray(String[]::new);
    StringBuilder quoted = new StringBuilder();
    for (int i = span.line(); i <= span.endLine(); i++) {
      int[] characters = lines[i - 1].codePoints().toArray();
      int from = i == span.line() ? span.column() - 1 : 0;
      int to = i == span.endLine() ? span.endColumn() - 1 : characters.length;
      quoted.append(new String(characters, from, to - from)).append(' ');
    }
    return quoted.toString().strip().replaceAll("\\s+", " ");
  }
}
