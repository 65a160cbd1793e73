package dev.nutshell.processor.cli;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.graph.Dependencies;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Model.LayerUse;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model consists of, as lines of text. */
final class Summary {
  private final Model model;
  private final List<String> lines = new ArrayList<>();

  private Summary(Model model) {
    this.model = model;
  }

  static List<String> of(Model model) {
    Summary summary = new Summary(model);
    summary.lines.add("model " + model.name() + " (" + word(model.precision()) + ")");
    model.entries().forEach(summary::entry);
    summary.memory();
    return summary.lines;
  }

  private static String word(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }

  private void entry(EntryPoint entry) {
    lines.add("");
    lines.add("entry " + entry.name());
    entry.inputs().forEach(input -> lines.add("  input  " + port(input.name(), input)));
    entry.targets().forEach(target -> lines.add("  target " + port(target.name(), target)));
    entry
        .inference()
        .outputs()
        .forEach(output -> lines.add("  output " + port(output.name(), output.node())));
    layers(entry).lines().forEach(line -> lines.add("  " + line));
  }

  private Table layers(EntryPoint entry) {
    Table table = new Table(List.of(false, false, false, true, true));
    table.add("path", "layer", "output", "parameters", "FLOPs");
    table.rule();
    Cost cost = new Cost();
    Set<Variable> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    long parameters = 0;
    long operations = 0;
    for (LayerUse layer : entry.layers()) {
      long own = elements(saved(layer.variables()).filter(counted::add));
      long flops = cost.add(Dependencies.order(List.of(layer.result())));
      table.add(layer.path(), layer.layer(), shape(layer.result()), number(own), number(flops));
      parameters += own;
      operations += flops;
    }
    List<Node> all = entry.inference().nodes();
    long rest = cost.add(all);
    long restParameters = elements(saved(variables(all)).filter(counted::add));
    if (rest + restParameters > 0) {
      table.add("", "(other)", "", number(restParameters), number(rest));
    }
    table.rule();
    table.add("total", "", "", number(parameters + restParameters), number(operations + rest));
    return table;
  }

  private static List<Variable> variables(List<Node> nodes) {
    return nodes.stream().filter(Variable.class::isInstance).map(Variable.class::cast).toList();
  }

  /** What a weight file has: parameters in the sense of Keras, trainable or not. */
  private static Stream<Variable> saved(List<Variable> variables) {
    return variables.stream().filter(variable -> variable.kind() != Variable.Kind.CARRY);
  }

  private void memory() {
    lines.add("");
    count("parameters", saved(model.variables()));
    if (of(Variable.Kind.STATE).findAny().isPresent()) {
      count("  trainable", of(Variable.Kind.PARAMETER));
      count("  not trainable", of(Variable.Kind.STATE));
    }
    if (of(Variable.Kind.CARRY).findAny().isPresent()) {
      count("state between calls, for each sample", of(Variable.Kind.CARRY));
    }
    CompiledModel compiled = Compiler.schedule(model);
    compiled.inference().forEach(forms -> buffers(forms.scalar().name(), forms.scalar()));
    for (CompiledModel.TrainingPrograms training : compiled.training()) {
      buffers(training.entry() + ", training", training.train().scalar());
    }
  }

  private Stream<Variable> of(Variable.Kind kind) {
    return model.variables().stream().filter(variable -> variable.kind() == kind);
  }

  private void count(String what, Stream<Variable> variables) {
    long elements = elements(variables);
    lines.add(what + ": " + number(elements) + " (" + number(elements * realBytes()) + " bytes)");
  }

  /** Buffers besides variables, inputs and outputs. */
  private void buffers(String what, Program program) {
    lines.add(
        what
            + ": "
            + number(bytes(program, Area.COMMON) + bytes(program, Area.SCRATCH))
            + " bytes of buffers, and "
            + number(bytes(program, Area.WORK))
            + " for each sample");
  }

  private long bytes(Program program, Area area) {
    long bytes = 0;
    for (ElementType type : ElementType.values()) {
      bytes += (long) program.memory().size(area, type) * bytes(type);
    }
    return bytes;
  }

  private int bytes(ElementType type) {
    return switch (type) {
      case REAL -> realBytes();
      case DOUBLE -> Double.BYTES;
      case INT -> Integer.BYTES;
      case BOOL, BYTE -> Byte.BYTES;
    };
  }

  private int realBytes() {
    return model.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
  }

  private static long elements(Stream<Variable> variables) {
    return variables.mapToLong(Variable::sampleSize).sum();
  }

  private String port(String name, Node node) {
    String type =
        switch (node.type()) {
          case REAL -> word(model.precision());
          case DOUBLE, INT, BOOL, BYTE -> node.type().name().toLowerCase(Locale.ROOT);
        };
    String shape = shape(node);
    return name + ": " + type + (shape.equals("[]") ? "" : shape);
  }

  private static String shape(Node node) {
    return node.shape().stream()
        .filter(extent -> !(extent instanceof Extent.Batch))
        .map(Extent::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
