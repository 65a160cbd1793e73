package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.ScanCarry;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Carried;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scan;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Elaborates {@code scan [t] (h = h0) { … }}. */
final class Scans {
  static final DiagnosticKind SCAN_IN_INDEX_NOTATION =
      DiagnosticKind.error(
          "NUT3050", "a scan cannot stand inside of index notation", "bind it to a name before");
  static final DiagnosticKind CARRY_TYPE =
      DiagnosticKind.error(
          "NUT3051",
          "the carry {0} begins as {1}, but becomes {2}",
          "a carry keeps its type and shape");
  static final DiagnosticKind NOT_A_TENSOR =
      DiagnosticKind.error("NUT3052", "{0} must be a tensor or number, found {1}", "");
  static final DiagnosticKind NO_RESULT =
      DiagnosticKind.error(
          "NUT3053", "the scan has neither a carry nor a yield", "end its body with: yield value");
  static final DiagnosticKind DUPLICATE_CARRY =
      DiagnosticKind.error("NUT3054", "the carry {0} is named twice", "");

  private final Context context;
  private final Expressions expressions;
  private final Tensors tensors;
  private final Statements statements;
  private final AxisInference inference;

  Scans(Context context, Expressions expressions, Tensors tensors, Statements statements) {
    this.context = context;
    this.expressions = expressions;
    this.tensors = tensors;
    this.statements = statements;
    this.inference = new AxisInference(context, expressions);
  }

  Value scan(Expression.Scan scan, Environment scope) {
    if (context.inIndexNotation()) {
      throw context.error(SCAN_IN_INDEX_NOTATION, scan.span());
    }
    Environment inner = scope.child();
    Axis step =
        inference
            .declare(List.of(scan.axis()), StatementExpressions.of(scan.body()), inner, false)
            .get(0);
    List<TensorValue> initials = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ScanCarry carry : scan.carries()) {
      if (!names.add(carry.name().text())) {
        throw context.error(DUPLICATE_CARRY, carry.span(), carry.name());
      }
      Value initial = expressions.evaluate(carry.initial(), scope);
      initials.add(tensor(carry.name().text(), initial, carry.span()));
    }
    return results(new Attempt(scan, step, initials, inner).elaborate());
  }

  private Value results(Scan scan) {
    int count = scan.carries().size() + scan.yields().size();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(Tensors.of(new ScanOutput(scan, i)));
    }
    return count == 1 ? values.get(0) : new TupleValue(values);
  }

  private TensorValue tensor(String name, Value value, Span span) {
    Optional<TensorValue> tensor = expressions.tensor(value);
    return tensor.orElseThrow(
        () ->
            expressions.isError(value)
                ? new Abort()
                : context.error(NOT_A_TENSOR, span, name, Shapes.describe(value)));
  }

  /**
   * Elaborates a body. Which carries differ from sample to sample is known only afterwards: it
   * begins with those whose initial values do, and tries again with those that turn out to.
   */
  private final class Attempt {
    private final Expression.Scan scan;
    private final Axis step;
    private final List<TensorValue> initials;
    private final Environment scope;
    private final boolean[] batched;
    private final PathScope paths = context.paths;
    private final String label = context.label;

    Attempt(Expression.Scan scan, Axis step, List<TensorValue> initials, Environment scope) {
      this.scan = scan;
      this.step = step;
      this.initials = initials;
      this.scope = scope;
      this.batched = new boolean[initials.size()];
    }

    Scan elaborate() {
      for (int i = 0; i < initials.size(); i++) {
        batched[i] =
            tensors.node(initials.get(i), label, false, scan.carries().get(i).span()).isBatched();
      }
      while (true) {
        Optional<Scan> done = attempt();
        if (done.isPresent()) {
          return done.get();
        }
      }
    }

    private Optional<Scan> attempt() {
      context.paths = paths.copy();
      List<Carried> begins = new ArrayList<>();
      Environment body = scope.child();
      Context.OpenScan open = new Context.OpenScan();
      for (int i = 0; i < batched.length; i++) {
        ScanCarry carry = scan.carries().get(i);
        List<Extent> shape = new ArrayList<>(initials.get(i).dimensions());
        if (batched[i]) {
          shape.add(0, Extent.BATCH);
        }
        String name = carry.name().text();
        Carried begin =
            new Carried(context.labelled(name), initials.get(i).type(), shape, carry.span());
        begins.add(begin);
        body.declare(name, Tensors.of(begin), carry.name().span(), false);
        open.carries.put(name, carry.span());
      }
      run(body, open);
      List<Scan.Carry> carries = new ArrayList<>();
      boolean again = false;
      for (int i = 0; i < batched.length; i++) {
        Node next = next(scan.carries().get(i), begins.get(i), open, i);
        if (next.isBatched() && !batched[i]) {
          batched[i] = true;
          again = true;
        }
        carries.add(
            new Scan.Carry(
                begins.get(i),
                tensors.node(initials.get(i), label, batched[i], scan.carries().get(i).span()),
                next));
      }
      if (again) {
        return Optional.empty();
      }
      List<Node> yields = new ArrayList<>();
      for (Value value : open.yields) {
        yields.add(tensors.node(tensor("a yield", value, scan.span()), label, false, scan.span()));
      }
      if (carries.isEmpty() && yields.isEmpty()) {
        throw context.error(NO_RESULT, scan.span());
      }
      return Optional.of(new Scan(label, step, scan.reverse(), carries, yields));
    }

    private void run(Environment body, Context.OpenScan open) {
      Context.OpenScan around = context.scan;
      context.scan = open;
      context.steps.addLast(step);
      int aborted = context.aborted;
      try {
        statements.run(scan.body(), body);
      } finally {
        context.steps.removeLast();
        context.scan = around;
        context.label = label;
      }
      if (context.aborted > aborted) {
        throw new Abort();
      }
    }

    private Node next(ScanCarry carry, Carried begin, Context.OpenScan open, int position) {
      Value value = open.updates.get(carry.name().text());
      if (value == null) {
        return begin;
      }
      TensorValue becomes = tensor(carry.name().text(), value, carry.span());
      TensorValue initial = initials.get(position);
      if (becomes.type() != initial.type() || !becomes.dimensions().equals(initial.dimensions())) {
        throw context.error(
            CARRY_TYPE,
            carry.span(),
            carry.name(),
            Shapes.describe(initial),
            Shapes.describe(becomes));
      }
      return tensors.node(becomes, label, batched[position], carry.span());
    }
  }
}
