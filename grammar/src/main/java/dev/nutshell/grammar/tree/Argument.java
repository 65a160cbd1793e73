package dev.nutshell.grammar.tree;

import java.util.Optional;

/** An argument of a call: {@code same} or {@code padding: same}. */
public record Argument(Span span, Optional<Name> name, Expression value) implements Tree {}
