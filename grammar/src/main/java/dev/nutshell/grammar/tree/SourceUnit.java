package dev.nutshell.grammar.tree;

import java.util.List;

/** One {@code .dl} file. */
public record SourceUnit(Span span, List<Import> imports, List<Declaration> declarations)
    implements Tree {
  public SourceUnit {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
