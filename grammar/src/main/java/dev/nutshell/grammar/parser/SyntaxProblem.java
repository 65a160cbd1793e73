package dev.nutshell.grammar.parser;

import dev.nutshell.grammar.tree.Span;
import java.util.Optional;

/**
 * Why a text is not of the language.
 *
 * @param id stable, so that users can search for it: {@code NUT1001} and on
 * @param message what was found and what was expected
 * @param hint what to try
 */
public record SyntaxProblem(String id, Span span, String message, Optional<String> hint) {}
