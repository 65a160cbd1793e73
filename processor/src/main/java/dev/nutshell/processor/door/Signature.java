package dev.nutshell.processor.door;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The Java method of an entry point for one sample: extents given at run time, inputs, outputs. A
 * single output of one element is returned.
 */
record Signature(String name, String returns, List<Parameter> parameters) {

  /** A parameter, with its type as Java writes it and what it is for. */
  record Parameter(String type, String name, Role role) {
    @Override
    public String toString() {
      return type + " " + name;
    }
  }

  /** What a parameter is for. */
  enum Role {
    EXTENT,
    INPUT,
    OUTPUT;

    @Override
    public String toString() {
      return this == EXTENT ? "extent" : this == INPUT ? "input" : "output";
    }
  }

  static Signature of(Model model, EntryPoint entry) {
    List<Parameter> parameters = new ArrayList<>();
    for (String extent : extents(entry)) {
      parameters.add(new Parameter("int", extent, Role.EXTENT));
    }
    for (Input input : entry.inputs()) {
      parameters.add(new Parameter(array(input, model), input.name(), Role.INPUT));
    }
    List<Graph.Output> outputs = entry.inference().outputs();
    if (outputs.size() == 1 && isNumber(outputs.get(0).node())) {
      return new Signature(entry.name(), element(outputs.get(0).node().type(), model), parameters);
    }
    for (Graph.Output output : outputs) {
      parameters.add(new Parameter(array(output.node(), model), output.name(), Role.OUTPUT));
    }
    return new Signature(entry.name(), "void", parameters);
  }

  private static Set<String> extents(EntryPoint entry) {
    List<Node> nodes = new ArrayList<>(entry.inputs());
    entry.inference().outputs().forEach(output -> nodes.add(output.node()));
    Set<String> names = new LinkedHashSet<>();
    for (Node node : nodes) {
      for (Extent extent : node.shape()) {
        if (extent instanceof Extent.Bounded bounded) {
          names.add(bounded.name());
        }
      }
    }
    return names;
  }

  private static boolean isNumber(Node node) {
    return node.sampleSize() == 1 && node.type() != ElementType.BYTE;
  }

  private static String array(Node node, Model model) {
    return element(node.type(), model) + "[]";
  }

  private static String element(ElementType type, Model model) {
    return switch (type) {
      case REAL -> model.precision() == Precision.FLOAT ? "float" : "double";
      case DOUBLE -> "double";
      case INT -> "int";
      case BOOL -> "boolean";
      case BYTE -> "byte";
    };
  }

  /** As the user would declare it. */
  @Override
  public String toString() {
    List<String> texts = parameters.stream().map(Parameter::toString).toList();
    return returns + " " + name + "(" + String.join(", ", texts) + ")";
  }
}
