package dev.nutshell.grammar.tree;

import java.util.List;

/** A model, a layer or a function. */
public record Declaration(
    Span span,
    Kind kind,
    String documentation,
    Name name,
    Precision precision,
    List<Formal> formals,
    List<Statement> body)
    implements Tree {

  /** What is declared. Layers may own parameters, functions may not; models are entry points. */
  public enum Kind {
    MODEL,
    LAYER,
    FUNCTION
  }

  /** The floating-point type of a model; {@link #FLOAT} where the text says nothing. */
  public enum Precision {
    FLOAT,
    DOUBLE
  }

  public Declaration {
    formals = List.copyOf(formals);
    body = List.copyOf(body);
  }
}
