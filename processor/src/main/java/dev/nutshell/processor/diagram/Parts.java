package dev.nutshell.processor.diagram;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagram.Diagram.Kind;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Model.LayerUse;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what has a box of its own: inputs, layers where the model applies them, values that its own
 * text computes, and outputs. What a layer computes inside belongs to its box.
 */
final class Parts {
  private final EntryPoint entry;
  private final Span model;
  private final Function<Span, String> text;

  private final List<Part> parts = new ArrayList<>();
  private final Set<Variable> counted = new HashSet<>();

  /**
   * The parts of each tensor: layers that change nothing share it with what they are applied to.
   */
  private final Map<Node, List<Integer>> partsOf = new HashMap<>();

  /** For each path the number of the first layer of that path. */
  private final Map<String, Integer> layers = new HashMap<>();

  private Parts(EntryPoint entry, Span model, Function<Span, String> text) {
    this.entry = entry;
    this.model = model;
    this.text = text;
  }

  /**
   * The parts of an entry point, each after those that it reads.
   *
   * @param model where the text of the model is
   * @param text what stands at a place
   */
  static List<Part> of(EntryPoint entry, Span model, Function<Span, String> text) {
    Parts all = new Parts(entry, model, text);
    entry.inputs().forEach(all::input);
    all.computed();
    entry.inference().outputs().forEach(all::output);
    return all.parts;
  }

  private void input(Input input) {
    add(Kind.INPUT, input.name(), input.name(), "", input, 0, Set.of());
  }

  private void computed() {
    List<Node> roots = new ArrayList<>(entry.inference().roots());
    entry.layers().forEach(layer -> roots.add(layer.result()));
    List<Node> order = Dependencies.order(roots);
    Map<Node, List<LayerUse>> uses =
        entry.layers().stream().collect(Collectors.groupingBy(LayerUse::result));
    entry.layers().forEach(layer -> counted.addAll(layer.variables()));
    Set<Variable> shown = new HashSet<>();
    for (Node node : order) {
      for (LayerUse use : uses.getOrDefault(node, List.of())) {
        List<Variable> own = use.variables().stream().filter(shown::add).toList();
        layer(use, elements(own));
      }
      if (!uses.containsKey(node) && isValue(node)) {
        Reading reading = read(node, parts.size(), node.name());
        String formula = new Formula(this::nameOf).of(node);
        String title = isNamed(node) ? lastSegment(node.name()) : formula;
        add(Kind.VALUE, node.name(), title, formula, node, reading.parameters, reading.sources);
      }
    }
  }

  private void layer(LayerUse use, long parameters) {
    layers.putIfAbsent(use.path(), parts.size());
    List<Integer> same = partsOf.get(use.result());
    Set<Integer> sources =
        same == null
            ? read(use.result(), parts.size(), use.path()).sources
            : Set.of(same.get(same.size() - 1));
    add(Kind.LAYER, use.path(), use.layer(), use.layer(), use.result(), parameters, sources);
  }

  /** What the model's own text computes; an output stands for itself. */
  private boolean isValue(Node node) {
    return !partsOf.containsKey(node)
        && !(node instanceof Variable)
        && !(node instanceof Input)
        && contains(model, node.span())
        && entry.inference().outputs().stream()
            .noneMatch(output -> output.node() == node && output.name().equals(node.name()));
  }

  /** Whether the text gives a value its name, and is not only on the way to that. */
  private boolean isNamed(Node node) {
    return entry.values().get(node.name()) == node
        || text.apply(node.span()).equals(lastSegment(node.name()));
  }

  private String nameOf(Node node) {
    List<Integer> known = partsOf.get(node);
    if (known == null) {
      return lastSegment(node.name());
    }
    Part part = parts.get(known.get(known.size() - 1));
    return part.kind() == Kind.LAYER ? part.path().get(part.path().size() - 1) : part.text();
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean contains(Span outer, Span inner) {
    Comparator<Span> byBegin = Comparator.comparingInt(Span::line).thenComparing(Span::column);
    Comparator<Span> byEnd = Comparator.comparingInt(Span::endLine).thenComparing(Span::endColumn);
    return outer.file().equals(inner.file())
        && byBegin.compare(outer, inner) <= 0
        && byEnd.compare(outer, inner) >= 0;
  }

  private void output(Graph.Output output) {
    Node node = output.node();
    List<Integer> same = partsOf.get(node);
    if (same != null) {
      Set<Integer> last = Set.of(same.get(same.size() - 1));
      parts.add(new Part(Kind.OUTPUT, List.of(output.name()), output.name(), "", node, 0, last));
      return;
    }
    Reading reading = read(node, parts.size(), output.name());
    add(Kind.OUTPUT, output.name(), output.name(), "", node, reading.parameters, reading.sources);
  }

  private void add(
      Kind kind,
      String path,
      String title,
      String layer,
      Node node,
      long parameters,
      Set<Integer> sources) {
    partsOf.computeIfAbsent(node, key -> new ArrayList<>()).add(parts.size());
    parts.add(new Part(kind, List.of(path.split("\\.")), title, layer, node, parameters, sources));
  }

  /** What a part reads, and the elements of variables that no other part has counted. */
  private record Reading(Set<Integer> sources, long parameters) {}

  private Reading read(Node result, int part, String path) {
    Set<Integer> sources = new TreeSet<>();
    List<Variable> variables = new ArrayList<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(Dependencies.of(result));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      List<Integer> known = partsOf.get(node);
      int owner = known == null ? owner(node, path) : known.get(known.size() - 1);
      if (owner >= 0 && owner < part) {
        sources.add(owner);
      } else if (node instanceof Variable variable) {
        variables.add(variable);
      } else {
        open.addAll(Dependencies.of(node));
      }
    }
    return new Reading(
        Collections.unmodifiableSet(sources),
        elements(variables.stream().filter(counted::add).toList()));
  }

  /** The layer whose second result a tensor is, or -1: the tensor goes by the path of the layer. */
  private int owner(Node node, String reader) {
    if (node instanceof Variable) {
      return -1;
    }
    for (String path = node.name(); !path.equals(reader); ) {
      Integer layer = layers.get(path);
      if (layer != null) {
        return layer;
      }
      int dot = path.lastIndexOf('.');
      if (dot < 0) {
        return -1;
      }
      path = path.substring(0, dot);
    }
    return -1;
  }

  private static long elements(List<Variable> variables) {
    return variables.stream()
        .filter(variable -> variable.kind() != Variable.Kind.CARRY)
        .mapToLong(Variable::sampleSize)
        .sum();
  }
}
