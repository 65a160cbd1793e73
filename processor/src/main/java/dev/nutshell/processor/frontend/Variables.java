package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.graph.Variable.Initializer;
import dev.nutshell.processor.graph.Variable.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of a model by path: all its graphs share them. */
final class Variables {
  private final Map<String, Variable> inOrder = new LinkedHashMap<>();
  private final NavigableMap<String, Variable> byPath = new TreeMap<>();
  private final Map<Variable, Node> constraints = new LinkedHashMap<>();

  /** The variable at {@code path}; nothing if there is one of another type or shape already. */
  Optional<Variable> get(
      Kind kind,
      String path,
      ElementType type,
      List<Extent> shape,
      Initializer initializer,
      Span span) {
    Variable variable =
        inOrder.computeIfAbsent(
            path, key -> new Variable(kind, key, type, shape, initializer, span));
    byPath.putIfAbsent(path, variable);
    boolean same =
        variable.kind() == kind && variable.type() == type && variable.shape().equals(shape);
    return same ? Optional.of(variable) : Optional.empty();
  }

  Variable at(String path) {
    return inOrder.get(path);
  }

  boolean isConstrained(Variable variable) {
    return constraints.containsKey(variable);
  }

  void constrain(Variable variable, Node value) {
    constraints.put(variable, value);
  }

  /** Parameters, then states, then carries, each in order of first use. */
  List<Variable> all() {
    List<Variable> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      inOrder.values().stream().filter(variable -> variable.kind() == kind).forEach(all::add);
    }
    return all;
  }

  List<Graph.Update> constraints() {
    List<Graph.Update> updates = new ArrayList<>();
    constraints.forEach((variable, value) -> updates.add(new Graph.Update(variable, value)));
    return updates;
  }

  /** The variables under {@code path}, by name. */
  List<Variable> under(String path) {
    char afterDot = '.' + 1;
    return List.copyOf(byPath.subMap(path + ".", path + afterDot).values());
  }
}
