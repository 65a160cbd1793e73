package dev.nutshell.grammar;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.AxisDeclaration;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Expression.Binary;
import dev.nutshell.grammar.tree.Expression.BinaryOperator;
import dev.nutshell.grammar.tree.Expression.BooleanLiteral;
import dev.nutshell.grammar.tree.Expression.Call;
import dev.nutshell.grammar.tree.Expression.Comprehension;
import dev.nutshell.grammar.tree.Expression.Conditional;
import dev.nutshell.grammar.tree.Expression.Index;
import dev.nutshell.grammar.tree.Expression.Member;
import dev.nutshell.grammar.tree.Expression.NumberLiteral;
import dev.nutshell.grammar.tree.Expression.Pipe;
import dev.nutshell.grammar.tree.Expression.Reduction;
import dev.nutshell.grammar.tree.Expression.ReductionOperator;
import dev.nutshell.grammar.tree.Expression.Reference;
import dev.nutshell.grammar.tree.Expression.Scan;
import dev.nutshell.grammar.tree.Expression.StringLiteral;
import dev.nutshell.grammar.tree.Expression.TupleLiteral;
import dev.nutshell.grammar.tree.Expression.Unary;
import dev.nutshell.grammar.tree.Expression.UnaryOperator;
import dev.nutshell.grammar.tree.Formal;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.IndexItem;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.ScanCarry;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.TypeExpression;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Trees of every kind of node, as the parser could have built them, meaningless otherwise. */
public final class RandomTrees {
  private static final Span NOWHERE = new Span("random.dl", 1, 1, 1, 1);

  /** With words that are names unless they begin something. */
  private static final List<String> NAMES =
      List.of(
          "x",
          "y",
          "units",
          "kernel_init",
          "W",
          "sum",
          "mean",
          "max",
          "init",
          "weight",
          "input",
          "target",
          "state",
          "output",
          "loss",
          "reverse",
          "string",
          "entry",
          "shared",
          "batch",
          "a_rather_long_name_so_that_lines_have_to_break",
          "carry",
          "param",
          "metric");

  private static final List<String> TEXTS =
      List.of("", "plain", "with \"quotes\"", "back\\slash", "two\nlines", "ümlaut // no comment");

  private final Random random;

  public RandomTrees(long seed) {
    random = new Random(seed);
  }

  /** A file. */
  public SourceUnit unit() {
    return new SourceUnit(
        NOWHERE, upTo(2, () -> new Import(NOWHERE, pick(TEXTS))), upTo(4, this::declaration));
  }

  private Declaration declaration() {
    Declaration.Kind kind = pick(Declaration.Kind.values());
    Precision precision =
        kind == Declaration.Kind.MODEL ? pick(Precision.values()) : Precision.FLOAT;
    return new Declaration(
        NOWHERE, kind, documentation(), name(), precision, upTo(4, this::formal), block(3));
  }

  private Formal formal() {
    return new Formal(NOWHERE, documentation(), name(), type(), maybe(() -> expression(2)));
  }

  private TypeExpression type() {
    return switch (random.nextInt(4)) {
      case 0 -> new TypeExpression.ChoiceType(NOWHERE, some(3, this::name));
      case 1 -> new TypeExpression.NamedType(NOWHERE, pick(TypeExpression.Named.values()));
      default ->
          new TypeExpression.TensorType(
              NOWHERE,
              pick(TypeExpression.Element.values()),
              maybe(() -> some(3, this::dimension)));
    };
  }

  private TypeExpression.Dimension dimension() {
    return switch (random.nextInt(4)) {
      case 0 -> new TypeExpression.EllipsisDimension(NOWHERE);
      case 1 -> new TypeExpression.BoundedDimension(NOWHERE, name(), expression(2));
      default -> new TypeExpression.SizeDimension(NOWHERE, expression(2));
    };
  }

  private List<Statement> block(int depth) {
    return upTo(4, () -> statement(depth));
  }

  private Statement statement(int depth) {
    return switch (random.nextInt(depth > 0 ? 14 : 11)) {
      case 0 ->
          new Statement.Variable(
              NOWHERE,
              pick(Statement.VariableKind.values()),
              documentation(),
              name(),
              type(),
              maybe(() -> expression(2)),
              maybe(() -> expression(2)),
              maybe(() -> expression(2)),
              maybe(() -> expression(2)));
      case 1 ->
          new Statement.Port(
              NOWHERE, pick(Statement.PortKind.values()), documentation(), name(), type());
      case 2 -> new Statement.Output(NOWHERE, documentation(), name(), maybe(() -> expression(4)));
      case 3 ->
          new Statement.Measure(
              NOWHERE,
              pick(Statement.MeasureKind.values()),
              maybe(this::name),
              expression(3),
              maybe(() -> expression(2)));
      case 4 -> new Statement.Shared(NOWHERE, name(), expression(3));
      case 5 -> new Statement.Update(NOWHERE, name(), expression(4));
      case 6 -> new Statement.Yield(NOWHERE, some(3, () -> expression(3)));
      case 7 -> new Statement.Return(NOWHERE, expression(5));
      case 8 -> new Statement.Require(NOWHERE, expression(3), pick(TEXTS));
      case 9, 10 -> new Statement.Assignment(NOWHERE, some(3, this::name), expression(5));
      case 11 -> new Statement.Entry(NOWHERE, documentation(), name(), block(depth - 1));
      case 12 -> new Statement.If(NOWHERE, expression(3), block(depth - 1), block(depth - 1));
      default ->
          new Statement.Repeat(
              NOWHERE, maybe(this::name), maybe(this::name), expression(2), block(depth - 1));
    };
  }

  private Expression expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Supplier<Expression> inner = () -> expression(depth - 1);
    return switch (random.nextInt(15)) {
      case 0, 1 -> leaf();
      case 2 -> new Call(NOWHERE, inner.get(), upTo(4, () -> argument(depth - 1)));
      case 3 -> new Call(NOWHERE, reference("float"), List.of(argument(depth - 1)));
      case 4 -> new Index(NOWHERE, inner.get(), some(3, () -> indexItem(depth - 1)));
      case 5 -> new Member(NOWHERE, inner.get(), name());
      case 6 -> new Unary(NOWHERE, pick(UnaryOperator.values()), inner.get());
      case 7, 8, 9 -> new Binary(NOWHERE, pick(BinaryOperator.values()), inner.get(), inner.get());
      case 10 -> new Conditional(NOWHERE, inner.get(), inner.get(), inner.get());
      case 11 -> new Pipe(NOWHERE, inner.get(), maybe(this::name), stage(depth - 1));
      case 12 -> new Comprehension(NOWHERE, some(3, this::axis), inner.get());
      case 13 ->
          new Reduction(
              NOWHERE, pick(ReductionOperator.values()), some(2, this::axis), inner.get());
      default -> random.nextBoolean() ? tuple(depth) : scan(depth);
    };
  }

  private Expression tuple(int depth) {
    List<Expression> elements = upTo(3, () -> expression(depth - 1));
    return elements.size() == 1 ? elements.get(0) : new TupleLiteral(NOWHERE, elements);
  }

  private Expression scan(int depth) {
    return new Scan(
        NOWHERE,
        random.nextBoolean(),
        axis(),
        some(2, () -> new ScanCarry(NOWHERE, name(), expression(depth - 1))),
        upTo(2, () -> statement(0)));
  }

  private Expression stage(int depth) {
    Expression stage = reference(pick(NAMES));
    if (random.nextInt(4) == 0) {
      stage = new Member(NOWHERE, stage, name());
    }
    return random.nextBoolean() ? stage : new Call(NOWHERE, stage, upTo(3, () -> argument(depth)));
  }

  private Argument argument(int depth) {
    return new Argument(NOWHERE, maybe(this::name), expression(depth));
  }

  private IndexItem indexItem(int depth) {
    return random.nextInt(4) == 0
        ? new IndexItem.EllipsisIndex(NOWHERE)
        : new IndexItem.ExpressionIndex(expression(depth));
  }

  private AxisDeclaration axis() {
    return random.nextInt(4) == 0
        ? new AxisDeclaration(
            NOWHERE, new Name(NOWHERE, AxisDeclaration.ELLIPSIS), Optional.empty())
        : new AxisDeclaration(NOWHERE, name(), maybe(() -> expression(1)));
  }

  private Expression leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> number(String.valueOf(random.nextInt(1000)), true);
      case 1 -> number(Double.toString(random.nextDouble()).toLowerCase(Locale.ROOT), false);
      case 2 -> new BooleanLiteral(NOWHERE, random.nextBoolean());
      case 3 -> new StringLiteral(NOWHERE, pick(TEXTS));
      default -> reference(pick(NAMES));
    };
  }

  private static Expression number(String text, boolean integral) {
    return new NumberLiteral(NOWHERE, text, integral, Double.parseDouble(text));
  }

  private static Reference reference(String name) {
    return new Reference(NOWHERE, name);
  }

  private Name name() {
    return new Name(NOWHERE, pick(NAMES));
  }

  private String documentation() {
    return random.nextInt(4) == 0
        ? pick(List.of("One line.", "Two\n\n  indented", "/ a slash"))
        : "";
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> upTo(int most, Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(most + 1)).toList();
  }

  private <T> List<T> some(int most, Supplier<T> value) {
    return Stream.generate(value).limit(1 + random.nextInt(most)).toList();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
