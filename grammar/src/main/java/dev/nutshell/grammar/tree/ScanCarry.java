package dev.nutshell.grammar.tree;

/** A value that a scan carries from step to step: {@code h = h0}. */
public record ScanCarry(Span span, Name name, Expression initial) implements Tree {}
