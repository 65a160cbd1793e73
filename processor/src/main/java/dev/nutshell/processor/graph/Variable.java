package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Span;
import java.util.List;

/** A tensor that outlives a call: a parameter, a state, or a carry. */
public final class Variable extends Node {

  /** Who keeps the tensor, and when it changes. */
  public enum Kind {
    /** Trained, and saved. */
    PARAMETER,
    /** Saved; changes in training only. */
    STATE,
    /** Kept by the caller's session, one for each sample; changes at every call. */
    CARRY
  }

  private final Kind kind;
  private final Initializer initializer;

  public Variable(
      Kind kind,
      String path,
      ElementType type,
      List<Extent> shape,
      Initializer initializer,
      Span span) {
    super(path, type, shape, span);
    this.kind = kind;
    this.initializer = initializer;
  }

  public Kind kind() {
    return kind;
  }

  /** The path of labels, by which weight files know the variable: unique in a model. */
  public String path() {
    return name();
  }

  public Initializer initializer() {
    return initializer;
  }

  /**
   * Whether it is a state that has no value until it was computed from a data set. Its initializer
   * says so: {@code unadapted}.
   */
  public boolean isAdapted() {
    return initializer.name().equals("unadapted");
  }

  /** A named initializer with its numbers, such as {@code random_normal(0, 0.02)}. */
  public record Initializer(String name, List<Double> arguments) {
    public Initializer {
      arguments = List.copyOf(arguments);
    }

    /** As the runtime reads it: {@code name} or {@code name(a,b)}. */
    @Override
    public String toString() {
      if (arguments.isEmpty()) {
        return name;
      }
      StringBuilder text = new StringBuilder(name).append('(');
      for (int i = 0; i < arguments.size(); i++) {
        text.append(i == 0 ? "" : ",").append(arguments.get(i));
      }
      return text.append(')').toString();
    }
  }
}
