package dev.nutshell.grammar.tree;

/** {@code import "blocks.dl"}: a path relative to the importing file. */
public record Import(Span span, String path) implements Tree {}
