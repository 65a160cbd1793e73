package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the elaboration of one graph stands: the calls and index notation around it, and what it
 * has collected.
 */
final class Context {

  /** The axis of samples that expressions mention; every node gets a copy of its own. */
  static final Axis BATCH = new Axis("batch", Extent.BATCH);

  /** A layer or function that is being applied. */
  record Frame(Declaration declaration, Span call) {}

  /**
   * The value that a statement names.
   *
   * @param name its name; empty if it names none
   * @param single whether one layer alone is applied in it, which then takes over the name
   */
  record StatementName(String name, boolean single) {
    static final StatementName NONE = new StatementName("", false);

    /** The segment of the path of a layer without a label. */
    String segment(String layer) {
      if (name.isEmpty()) {
        return layer;
      }
      return single ? name : name + "." + layer;
    }
  }

  /** A scan that is being built: what its carries become, and what it yields. */
  static final class OpenScan {
    final Map<String, Value> updates = new LinkedHashMap<>();
    final Map<String, Span> carries = new LinkedHashMap<>();
    final List<Value> yields = new ArrayList<>();
  }

  /**
   * A reduction that is being built: its guards so far, and the conditions of the selects between
   * it and here.
   */
  static final class OpenReduction {
    final List<Scalar> guards = new ArrayList<>();
    Scalar path = Scalars.TRUE;
  }

  /**
   * A metric that is being elaborated.
   *
   * @param weight how much each sample, or each position of it, counts in sums over the batch
   */
  record OpenMetric(Optional<TensorValue> weight) {}

  final Declarations declarations;
  final Diagnostics diagnostics;
  final Variables variables;
  final Mode mode;

  /** Axes of the index notation around, outermost first. */
  final Deque<Axis> openAxes = new ArrayDeque<>();

  /** The step axes of the scans around. */
  final Deque<Axis> steps = new ArrayDeque<>();

  /** The innermost reduction of the same index notation; null outside. */
  OpenReduction reduction;

  final Deque<Frame> calls = new ArrayDeque<>();

  final Usage used;

  private final Map<String, Integer> streams = new LinkedHashMap<>();

  final Map<Input, Integer> indexBounds = new LinkedHashMap<>();
  Ranges ranges = Ranges.NONE;
  PathScope paths = new PathScope("");

  /** The path of the layer or function that is being applied. */
  String scopeLabel = "";

  /** What nodes that are made now are called. */
  String label = "";

  /**
   * How many statements were given up, whether their own errors were reported or those of what they
   * use.
   */
  int aborted;

  /** The scan whose body is being elaborated; null outside. */
  OpenScan scan;

  /** What states and carries become. */
  final Map<Variable, Node> updates = new LinkedHashMap<>();

  /** Regularizers by parameter. */
  final Map<Variable, Node> penalties = new LinkedHashMap<>();

  /** Named values by path. */
  final Map<String, Node> values = new LinkedHashMap<>();

  /** The metric whose expression is being elaborated; null outside. */
  OpenMetric metric;

  /** What has been made for expressions of metrics. */
  final Set<Node> madeForMetrics = new HashSet<>();

  final List<Model.LayerUse> layers = new ArrayList<>();

  /** How the layers of the statement at hand are called that have no label of their own. */
  StatementName statement = StatementName.NONE;

  Context(
      Declarations declarations,
      Diagnostics diagnostics,
      Variables variables,
      Usage used,
      Mode mode) {
    this.declarations = declarations;
    this.diagnostics = diagnostics;
    this.variables = variables;
    this.used = used;
    this.mode = mode;
  }

  /** The constant {@code training} of the language. */
  boolean isTraining() {
    return mode == Mode.TRAINING;
  }

  /** The constant {@code adapting} of the language. */
  boolean isAdapting() {
    return mode == Mode.ADAPTATION;
  }

  /** The name of a value inside of what is being applied. */
  String labelled(String name) {
    return scopeLabel.isEmpty() ? name : scopeLabel + "." + name;
  }

  /** Reports an error and gives up the statement. */
  Abort error(DiagnosticKind kind, Span span, Object... details) {
    report(kind, span, details);
    return new Abort();
  }

  /**
   * Reports at {@code span}; what goes wrong inside of the library is reported where the user calls
   * it.
   */
  void report(DiagnosticKind kind, Span span, Object... details) {
    if (declarations.isLibrary(span)) {
      reportCall(kind, span, details);
    } else {
      diagnostics.report(kind, span, details);
    }
  }

  /**
   * Reports where the user applies the innermost layer or function, whosever it is, and gives up
   * the statement; outside of one at {@code span}.
   */
  Abort errorOfCall(DiagnosticKind kind, Span span, Object... details) {
    reportCall(kind, span, details);
    return new Abort();
  }

  private void reportCall(DiagnosticKind kind, Span span, Object... details) {
    for (Frame frame : calls) {
      if (!declarations.isLibrary(frame.call())) {
        diagnostics.report(
            DiagnosticKind.error(
                kind.id(), "in " + frame.declaration().name() + ": " + kind.message(), kind.hint()),
            frame.call(),
            details);
        return;
      }
    }
    diagnostics.report(kind, span, details);
  }

  /**
   * A stream of random numbers for one place of the network: adding a layer elsewhere does not
   * change it.
   */
  long randomStream() {
    String place = label + "#" + streams.merge(label, 1, Integer::sum);
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < place.length(); i++) {
      hash = (hash ^ place.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Whether index notation is open, so that a scalar may mention its axes. */
  boolean inIndexNotation() {
    return !openAxes.isEmpty();
  }
}
