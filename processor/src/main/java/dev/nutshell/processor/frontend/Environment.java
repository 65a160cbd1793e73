package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Extent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that are visible at a place, innermost scope first. */
final class Environment {

  /** What a name is bound to, and whether it may be bound anew. */
  record Binding(Value value, Span declared, boolean rebindable) {}

  /**
   * The dimensions that {@code ...} stands for in the arguments of a call, and the formal that said
   * so first.
   */
  record Leading(List<Extent> dimensions, String formal) {}

  private final Environment outer;
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private List<Axis> ellipsis;
  private Leading leading;

  private Environment(Environment outer) {
    this.outer = outer;
  }

  /** A scope with nothing around it. */
  static Environment root() {
    return new Environment(null);
  }

  /** A scope inside this one. */
  Environment child() {
    return new Environment(this);
  }

  /** Binds a name in this very scope. */
  void declare(String name, Value value, Span span, boolean rebindable) {
    bindings.put(name, new Binding(value, span, rebindable));
  }

  /** Remembers that an argument was left out: its name in this scope has the default. */
  void leaveOut(String name) {
    leftOut.add(name);
  }

  /** Whether a name is that of an argument that was left out. */
  boolean isLeftOut(String name) {
    Environment scope = this;
    while (scope != null && !scope.bindings.containsKey(name)) {
      scope = scope.outer;
    }
    return scope != null && scope.leftOut.contains(name);
  }

  /** Binds a name anew in the scope that has it. */
  void rebind(String name, Value value, Span span) {
    Environment owner = this;
    while (owner != null && !owner.bindings.containsKey(name)) {
      owner = owner.outer;
    }
    (owner == null ? this : owner).bindings.put(name, new Binding(value, span, true));
  }

  Optional<Binding> find(String name) {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      Binding binding = scope.bindings.get(name);
      if (binding != null) {
        return Optional.of(binding);
      }
    }
    return Optional.empty();
  }

  /** What {@code ...} stands for, innermost first. */
  Optional<List<Axis>> ellipsis() {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      if (scope.ellipsis != null) {
        return Optional.of(scope.ellipsis);
      }
    }
    return Optional.empty();
  }

  void declareEllipsis(List<Axis> axes) {
    ellipsis = List.copyOf(axes);
  }

  /**
   * What {@code ...} stands for in the call that this scope belongs to: what was said first, which
   * may be this.
   */
  Leading leading(List<Extent> dimensions, String formal) {
    if (leading == null) {
      leading = new Leading(List.copyOf(dimensions), formal);
    }
    return leading;
  }

  /** The dimensions that {@code ...} stands for in the call that this scope belongs to. */
  Optional<List<Extent>> leading() {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      if (scope.leading != null) {
        return Optional.of(scope.leading.dimensions());
      }
    }
    return Optional.empty();
  }

  /** All visible names, for suggestions. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Environment scope = this; scope != null; scope = scope.outer) {
      names.addAll(scope.bindings.keySet());
    }
    return names;
  }
}
