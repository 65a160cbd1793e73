package dev.nutshell.grammar.tree;

/** A node of the syntax tree: immutable, with the text it came from. */
public sealed interface Tree
    permits Argument,
        AxisDeclaration,
        Declaration,
        Expression,
        Formal,
        IndexItem,
        Import,
        Name,
        ScanCarry,
        SourceUnit,
        Statement,
        TypeExpression {

  /** Where the node stands in its file. */
  Span span();
}
