package dev.nutshell.grammar.tree;

import java.util.Optional;

/** A formal parameter: {@code units: int = 64}. */
public record Formal(
    Span span,
    String documentation,
    Name name,
    TypeExpression type,
    Optional<Expression> defaultValue)
    implements Tree {}
