package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.AxisDeclaration;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TensorValue;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the lengths of axes. An axis is as long as its bound says, or as the dimension that it
 * indexes by itself, as {@code i} in {@code x[..., i]}; if it indexes several, they must be equally
 * long. What {@code ...} stands for is found the same way.
 */
final class AxisInference {
  static final DiagnosticKind UNKNOWN_EXTENT =
      DiagnosticKind.error(
          "NUT3010",
          "the length of axis {0} is not known",
          "index a named value with {0} alone, or give a bound: [{0} < n]");
  static final DiagnosticKind DIFFERENT_EXTENTS =
      DiagnosticKind.error(
          "NUT3011",
          "axis {0} is {1} long in {2} ({3}), but {4} long in {5} ({6})",
          "an axis has one length; bound it to read a part: [{0} < n]");
  static final DiagnosticKind UNKNOWN_ELLIPSIS =
      DiagnosticKind.error(
          "NUT3012",
          "no tensor says what ... stands for",
          "index a named value with it: x[..., i]");
  static final DiagnosticKind BATCH_AXIS =
      DiagnosticKind.error(
          "NUT3013", "batch is implicit; only a reduction can name it", "leave it out of the axes");
  static final DiagnosticKind BATCH_IN_SCAN =
      DiagnosticKind.error(
          "NUT3014",
          "a reduction over the batch cannot stand in a scan",
          "reduce before or after the scan");
  static final DiagnosticKind BAD_BOUND =
      DiagnosticKind.error(
          "NUT3015",
          "the bound of axis {0} must be a positive constant or the length of an axis, found {1}",
          "");
  static final DiagnosticKind DUPLICATE_AXIS =
      DiagnosticKind.error("NUT3016", "axis {0} is named twice", "");

  private static final String BATCH = "batch";

  private record Found(Extent extent, TensorValue tensor, Span span) {}

  private final Context context;
  private final Expressions expressions;

  AxisInference(Context context, Expressions expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Declares the axes in {@code scope}, and gives them in order, {@code ...} spread out. */
  List<Axis> declare(
      List<AxisDeclaration> declarations,
      List<Expression> bodies,
      Environment scope,
      boolean reducing) {
    Map<String, Found> lengths = new LinkedHashMap<>();
    Set<String> wanted = new HashSet<>();
    boolean ellipsis = false;
    for (AxisDeclaration declaration : declarations) {
      String name = declaration.name().text();
      if (!wanted.add(name)) {
        throw context.error(DUPLICATE_AXIS, declaration.span(), name);
      }
      ellipsis |= declaration.isEllipsis();
    }
    declarations.stream()
        .filter(each -> each.bound().isPresent())
        .forEach(each -> wanted.remove(each.name().text()));
    Search search = new Search(scope, wanted, ellipsis, lengths);
    bodies.forEach(body -> search.visit(body, Set.of()));
    List<Axis> axes = new ArrayList<>();
    for (AxisDeclaration declaration : declarations) {
      if (declaration.isEllipsis()) {
        if (search.leading == null) {
          throw context.error(UNKNOWN_ELLIPSIS, declaration.span());
        }
        List<Axis> leading = Tensors.axes(search.leading);
        scope.declareEllipsis(leading);
        axes.addAll(leading);
      } else {
        Axis axis = axis(declaration, lengths, scope, reducing);
        axes.add(axis);
        if (axis != Context.BATCH) {
          scope.declare(
              axis.name(), TensorValue.scalar(Scalars.index(axis)), declaration.span(), false);
        }
      }
    }
    return axes;
  }

  private Axis axis(
      AxisDeclaration declaration,
      Map<String, Found> lengths,
      Environment scope,
      boolean reducing) {
    String name = declaration.name().text();
    if (name.equals(BATCH)) {
      if (!reducing) {
        throw context.error(BATCH_AXIS, declaration.span());
      }
      if (!context.steps.isEmpty()) {
        throw context.error(BATCH_IN_SCAN, declaration.span());
      }
      return Context.BATCH;
    }
    if (declaration.bound().isPresent()) {
      return new Axis(name, bound(declaration, declaration.bound().get(), scope));
    }
    Found found = lengths.get(name);
    if (found == null) {
      throw context.error(UNKNOWN_EXTENT, declaration.span(), name);
    }
    return new Axis(name, found.extent());
  }

  private Extent bound(AxisDeclaration declaration, Expression bound, Environment scope) {
    Value value = expressions.evaluate(bound, scope);
    if (value instanceof IntValue number && number.value() > 0 && number.value() <= 1 << 28) {
      return Extent.of((int) number.value());
    }
    if (value instanceof TensorValue tensor
        && tensor.rank() == 0
        && tensor.scalar() instanceof Scalar.ExtentValue extent) {
      return extent.extent();
    }
    throw expressions.isError(value)
        ? new Abort()
        : context.error(BAD_BOUND, bound.span(), declaration.name(), Shapes.describe(value));
  }

  /** Looks through a body for tensors that the axes index by themselves. */
  private final class Search {
    private final Environment scope;
    private final Set<String> wanted;
    private final boolean ellipsis;
    private final Map<String, Found> lengths;
    private List<Extent> leading;

    Search(Environment scope, Set<String> wanted, boolean ellipsis, Map<String, Found> lengths) {
      this.scope = scope;
      this.wanted = wanted;
      this.ellipsis = ellipsis;
      this.lengths = lengths;
    }

    void visit(Expression expression, Set<String> hidden) {
      if (expression instanceof Expression.Index index) {
        visit(index.base(), hidden);
        index.items().stream()
            .filter(IndexItem.ExpressionIndex.class::isInstance)
            .forEach(item -> visit(((IndexItem.ExpressionIndex) item).expression(), hidden));
        look(index, hidden);
      } else if (expression instanceof Expression.Comprehension inner) {
        visit(inner.body(), hide(hidden, inner.axes()));
      } else if (expression instanceof Expression.Reduction inner) {
        visit(inner.body(), hide(hidden, inner.axes()));
      } else if (expression instanceof Expression.Conditional conditional) {
        visitTaken(conditional, hidden);
      } else {
        SubExpressions.of(expression).forEach(child -> visit(child, hidden));
      }
    }

    private void visitTaken(Expression.Conditional conditional, Set<String> hidden) {
      Value condition = expressions.evaluate(conditional.condition(), scope);
      if (condition instanceof Value.BoolValue bool) {
        visit(bool.value() ? conditional.then() : conditional.otherwise(), hidden);
      }
    }

    private Set<String> hide(Set<String> hidden, List<AxisDeclaration> axes) {
      Set<String> more = new HashSet<>(hidden);
      axes.forEach(axis -> more.add(axis.name().text()));
      return more;
    }

    private void look(Expression.Index index, Set<String> hidden) {
      boolean spreads = index.items().stream().anyMatch(IndexItem.EllipsisIndex.class::isInstance);
      boolean useful = spreads && ellipsis && !hidden.contains(AxisDeclaration.ELLIPSIS);
      for (IndexItem item : index.items()) {
        useful |= axisName(item, hidden).isPresent();
      }
      Optional<TensorValue> tensor = useful ? base(index.base()) : Optional.empty();
      if (tensor.isPresent()) {
        match(index, tensor.get(), spreads, hidden);
      }
    }

    /** Only what is computed already is asked for its shape. */
    private Optional<TensorValue> base(Expression base) {
      boolean plain =
          base instanceof Expression.Reference reference && scope.find(reference.name()).isPresent()
              || base instanceof Expression.Member;
      return plain && expressions.evaluate(base, scope) instanceof TensorValue tensor
          ? Optional.of(tensor)
          : Optional.empty();
    }

    private void match(
        Expression.Index index, TensorValue tensor, boolean spreads, Set<String> hidden) {
      int named = index.items().size() - (spreads ? 1 : 0);
      int spread = tensor.rank() - named;
      if (spread < 0) {
        throw context.error(
            IndexNotation.INDEX_COUNT, index.span(), Shapes.describe(tensor), tensor.rank(), named);
      }
      int dimension = 0;
      for (IndexItem item : index.items()) {
        if (item instanceof IndexItem.EllipsisIndex) {
          int width = leadingWidth(hidden, spread);
          if (ellipsis && !hidden.contains(AxisDeclaration.ELLIPSIS) && leading == null) {
            leading = List.copyOf(tensor.dimensions().subList(dimension, dimension + width));
          }
          dimension += width;
        } else {
          int at = dimension;
          axisName(item, hidden)
              .filter(name -> at < tensor.rank())
              .ifPresent(name -> found(name, tensor, at, item.span()));
          dimension++;
        }
      }
    }

    /** An ellipsis of index notation further out has its width already. */
    private int leadingWidth(Set<String> hidden, int spread) {
      return ellipsis && !hidden.contains(AxisDeclaration.ELLIPSIS)
          ? spread
          : scope.ellipsis().map(List::size).filter(size -> size <= spread).orElse(spread);
    }

    private void found(String name, TensorValue tensor, int dimension, Span span) {
      Extent extent = tensor.dimensions().get(dimension);
      Found first = lengths.putIfAbsent(name, new Found(extent, tensor, span));
      if (first != null && !first.extent().equals(extent)) {
        throw context.error(
            DIFFERENT_EXTENTS,
            span,
            name,
            first.extent(),
            Shapes.describe(first.tensor()),
            first.span(),
            extent,
            Shapes.describe(tensor),
            span);
      }
    }

    private Optional<String> axisName(IndexItem item, Set<String> hidden) {
      return item instanceof IndexItem.ExpressionIndex index
              && index.expression() instanceof Expression.Reference reference
              && wanted.contains(reference.name())
              && !hidden.contains(reference.name())
          ? Optional.of(reference.name())
          : Optional.empty();
    }
  }
}
