package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the checked model of a declaration: each entry point is elaborated for inference,
 * evaluation, training and adaptation.
 */
final class ModelElaborator {
  static final DiagnosticKind NO_DEFAULT =
      DiagnosticKind.error("NUT4010", "the parameter {0} of a model needs a default", "");
  static final DiagnosticKind NOTHING_COMPUTED =
      DiagnosticKind.error(
          "NUT4011", "{0} has neither an output nor a loss", "add: output name = value");
  static final DiagnosticKind BATCH_IN_INFERENCE =
      DiagnosticKind.error(
          "NUT4012",
          "the output depends on other samples of the batch, by {0}",
          "reduce over the batch in training only: if training { … }");
  static final DiagnosticKind ENTRY_TWICE =
      DiagnosticKind.error("NUT4013", "there are two entries named {0}", "");
  static final DiagnosticKind METRIC_DIFFERS =
      DiagnosticKind.error(
          "NUT4017",
          "the metrics of training are {0}, those of an evaluation {1}",
          "declare the same metrics of the same shapes, whatever training is");
  static final DiagnosticKind NEVER_ADAPTED =
      DiagnosticKind.error(
          "NUT4018",
          "nothing adapts the state {0}",
          "give it an initial value, or update it: if adapting { update … = … }");
  static final DiagnosticKind TOO_LARGE =
      DiagnosticKind.error(
          "NUT6001", "{0} has {1} elements; an array has at most 2147483639", "make it smaller");

  /** The entry point of a model that declares none. */
  static final String DEFAULT_ENTRY = "predict";

  private static final long MAXIMUM = Integer.MAX_VALUE - 8L;

  private final Declarations declarations;
  private final Diagnostics diagnostics;
  private final Declaration declaration;
  private final Variables variables = new Variables();
  private final Usage usage = new Usage();

  ModelElaborator(Declarations declarations, Diagnostics diagnostics, Declaration declaration) {
    this.declarations = declarations;
    this.diagnostics = diagnostics;
    this.declaration = declaration;
  }

  /** The model, unless there are errors. */
  Optional<Model> elaborate() {
    int errors = diagnostics.errorCount();
    List<Model.EntryPoint> entries = new ArrayList<>();
    for (Statement.Entry entry : entries()) {
      entry(entry).ifPresent(entries::add);
    }
    if (diagnostics.errorCount() > errors) {
      return Optional.empty();
    }
    usage.report(diagnostics);
    checkAdapted(entries);
    variables.all().forEach(this::checkSize);
    checkTotal();
    if (diagnostics.errorCount() > errors) {
      return Optional.empty();
    }
    return Optional.of(
        new Model(
            declaration.name().text(),
            declaration.documentation(),
            declaration.precision(),
            variables.all(),
            List.copyOf(entries),
            variables.constraints(),
            declarations.digests()));
  }

  /** The entries of the body, each with what stands outside of entries before it. */
  private List<Statement.Entry> entries() {
    List<Statement> common = new ArrayList<>();
    List<Statement.Entry> entries = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Statement statement : declaration.body()) {
      if (!(statement instanceof Statement.Entry entry)) {
        common.add(statement);
        continue;
      }
      if (!names.add(entry.name().text())) {
        diagnostics.report(ENTRY_TWICE, entry.name().span(), entry.name());
      }
      List<Statement> body = new ArrayList<>(common);
      body.addAll(entry.body());
      entries.add(new Statement.Entry(entry.span(), entry.documentation(), entry.name(), body));
    }
    if (entries.isEmpty()) {
      Span span = declaration.name().span();
      var name = new dev.nutshell.grammar.tree.Name(span, DEFAULT_ENTRY);
      entries.add(new Statement.Entry(span, "", name, common));
    }
    return entries;
  }

  private Optional<Model.EntryPoint> entry(Statement.Entry entry) {
    Map<String, Input> ports = new LinkedHashMap<>();
    Map<Input, Integer> bounds = new LinkedHashMap<>();
    Map<Mode, Graph> graphs = new LinkedHashMap<>();
    List<Model.LayerUse> layers = List.of();
    Map<String, Node> values = Map.of();
    for (Mode mode : Mode.values()) {
      if (mode == Mode.ADAPTATION && !usage.asksForAdapting()) {
        graphs.put(mode, Graph.empty(name(entry, mode)));
        continue;
      }
      int errors = diagnostics.errorCount();
      Context context = new Context(declarations, diagnostics, variables, usage, mode);
      ModelStatements statements = new ModelStatements(context, mode, ports);
      statements.run(entry.body(), formals(statements));
      if (diagnostics.errorCount() > errors) {
        return Optional.empty();
      }
      graphs.put(mode, graph(entry, mode, statements, context));
      context.indexBounds.forEach((input, bound) -> bounds.merge(input, bound, Math::min));
      if (mode == Mode.INFERENCE) {
        layers = List.copyOf(context.layers);
        values = context.values;
      }
    }
    check(entry, graphs);
    List<Input> all = List.copyOf(ports.values());
    return Optional.of(
        new Model.EntryPoint(
            entry.name().text(),
            entry.documentation(),
            all.stream().filter(input -> !input.isTarget()).toList(),
            all.stream().filter(Input::isTarget).toList(),
            graphs.get(Mode.INFERENCE),
            graphs.get(Mode.EVALUATION),
            graphs.get(Mode.TRAINING),
            graphs.get(Mode.ADAPTATION),
            layers,
            values,
            bounds));
  }

  private Environment formals(ModelStatements statements) {
    Environment scope = Environment.root();
    for (Formal formal : declaration.formals()) {
      if (formal.defaultValue().isEmpty()) {
        diagnostics.report(NO_DEFAULT, formal.span(), formal.name());
        scope.declare(formal.name().text(), new Value.ErrorValue(), formal.name().span(), false);
        continue;
      }
      try {
        Value value = statements.expressions().evaluate(formal.defaultValue().get(), scope);
        scope.declare(formal.name().text(), value, formal.name().span(), false);
      } catch (Abort abort) {
        scope.declare(formal.name().text(), new Value.ErrorValue(), formal.name().span(), false);
      }
    }
    return scope;
  }

  private static Graph graph(
      Statement.Entry entry, Mode mode, ModelStatements statements, Context context) {
    List<Graph.Update> updates = new ArrayList<>();
    context.updates.forEach((variable, value) -> updates.add(new Graph.Update(variable, value)));
    if (mode == Mode.ADAPTATION) {
      updates.removeIf(update -> update.variable().kind() == Variable.Kind.CARRY);
      return Graph.ofUpdates(name(entry, mode), updates);
    }
    boolean inference = mode == Mode.INFERENCE;
    return new Graph(
        name(entry, mode),
        inference ? statements.outputs() : List.of(),
        mode == Mode.EVALUATION ? List.of() : updates,
        statements.measures().losses(),
        statements.measures().metrics(),
        inference ? List.of() : List.copyOf(context.penalties.values()),
        List.of());
  }

  private static String name(Statement.Entry entry, Mode mode) {
    return entry.name() + " (" + mode.name().toLowerCase(Locale.ROOT) + ")";
  }

  private void check(Statement.Entry entry, Map<Mode, Graph> graphs) {
    Graph inference = graphs.get(Mode.INFERENCE);
    if (inference.outputs().isEmpty() && graphs.get(Mode.TRAINING).losses().isEmpty()) {
      diagnostics.report(NOTHING_COMPUTED, entry.name().span(), entry.name());
    }
    String training = metrics(graphs.get(Mode.TRAINING));
    String evaluation = metrics(graphs.get(Mode.EVALUATION));
    if (!training.equals(evaluation)) {
      diagnostics.report(METRIC_DIFFERS, entry.name().span(), training, evaluation);
    }
    for (Node node : inference.nodes()) {
      if (node instanceof Compute compute
          && compute.body() instanceof Scalar.Reduce reduce
          && reduce.axes().stream().anyMatch(Axis::isBatch)) {
        diagnostics.report(BATCH_IN_INFERENCE, visible(node), node.name());
      }
    }
    graphs.values().forEach(graph -> graph.nodes().forEach(this::checkSize));
  }

  private static String metrics(Graph graph) {
    return graph.metrics().stream()
        .map(metric -> metric.name() + ": " + Shapes.text(ElementType.REAL, metric.value().shape()))
        .collect(Collectors.joining(", "));
  }

  private void checkAdapted(List<Model.EntryPoint> entries) {
    Set<Variable> adapted = new LinkedHashSet<>();
    for (Model.EntryPoint entry : entries) {
      entry.adaptation().updates().forEach(update -> adapted.add(update.variable()));
    }
    for (Variable variable : variables.all()) {
      if (variable.isAdapted() && !adapted.contains(variable)) {
        diagnostics.report(NEVER_ADAPTED, visible(variable), variable.path());
      }
    }
  }

  private void checkSize(Node node) {
    if (node.sampleSize() > MAXIMUM) {
      diagnostics.report(TOO_LARGE, visible(node), node.name(), node.sampleSize());
    }
  }

  /**
   * Where the user's own text asks for a node; its name says which node of a layer of the library
   * it is.
   */
  private Span visible(Node node) {
    return declarations.isLibrary(node.span()) ? declaration.name().span() : node.span();
  }

  private void checkTotal() {
    long total = variables.all().stream().mapToLong(Node::sampleSize).sum();
    if (total > MAXIMUM) {
      diagnostics.report(TOO_LARGE, declaration.name().span(), declaration.name(), total);
    }
  }
}
