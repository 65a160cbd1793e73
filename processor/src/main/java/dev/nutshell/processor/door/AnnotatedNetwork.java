package dev.nutshell.processor.door;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Import;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.Statement;
import dev.nutshell.grammar.tree.Statement.MeasureKind;
import dev.nutshell.grammar.tree.Statement.PortKind;
import dev.nutshell.processor.door.NamedValue.Role;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** A network of annotated methods, as the syntax tree of the file that would say the same. */
final class AnnotatedNetwork {
  private final Anchor anchor;
  private final ProcessingEnvironment environment;
  private final Messages messages;

  AnnotatedNetwork(Anchor anchor, ProcessingEnvironment environment, Messages messages) {
    this.anchor = anchor;
    this.environment = environment;
    this.messages = messages;
  }

  /** The checked model, or nothing after errors. */
  List<Model> model(SourceResolver imports) {
    SourceUnit unit = tree();
    return messages.diagnostics().hasErrors()
        ? List.of()
        : Frontend.models(
            anchor.folder() + anchor.type().getSimpleName(), unit, imports, messages.diagnostics());
  }

  private SourceUnit tree() {
    List<NamedValue> values = anchor.abstractMethods().stream().map(NamedValue::of).toList();
    new MethodRules(anchor, messages).check(values);
    List<NamedValue> ordered =
        Dependencies.order(
            values,
            (value, cycle) ->
                messages.report(
                    MethodRules.CYCLE, describe(value), Place.of(value.method()), cycle));
    Span span = messages.span(anchor.type().getSimpleName().toString(), anchor.place());
    List<Statement> body = new ArrayList<>();
    if (!messages.diagnostics().hasErrors()) {
      ordered.forEach(value -> body.addAll(statements(value)));
      body.addAll(classCounts(ordered));
    }
    Declaration model =
        new Declaration(
            span,
            Declaration.Kind.MODEL,
            documentation(anchor.type()),
            new Name(span, anchor.model()),
            precision(),
            List.of(),
            body);
    return new SourceUnit(span, imports(), List.of(model));
  }

  private List<Statement> statements(NamedValue value) {
    Span span = messages.span(describe(value), Place.of(value.method()));
    Name name = new Name(span, value.name());
    if (value.isPort()) {
      PortKind kind = value.is(Role.INPUT) ? PortKind.INPUT : PortKind.TARGET;
      return List.of(
          new Statement.Port(
              span,
              kind,
              documentation(value.method()),
              name,
              new PortType(describe(value), value, messages).type()));
    }
    Expression expression = expression(value, span);
    if (value.is(Role.LOSS) || value.is(Role.METRIC)) {
      MeasureKind kind = value.is(Role.LOSS) ? MeasureKind.LOSS : MeasureKind.METRIC;
      Optional<Expression> weight =
          value.weight().map(read -> new Expression.Reference(span, read));
      return List.of(new Statement.Measure(span, kind, Optional.of(name), expression, weight));
    }
    Statement assignment = new Statement.Assignment(span, List.of(name), expression);
    return value.is(Role.OUTPUT)
        ? List.of(
            assignment,
            new Statement.Output(span, documentation(value.method()), name, Optional.empty()))
        : List.of(assignment);
  }

  /** The layers of a method, one after the other; the first reads the method's parameters. */
  private Expression expression(NamedValue value, Span span) {
    List<Expression> inputs = new ArrayList<>();
    for (VariableElement parameter : value.method().getParameters()) {
      inputs.add(new Expression.Reference(span, parameter.getSimpleName().toString()));
    }
    for (AnnotationMirror stage : value.stages()) {
      Expression result = new LayerCall(describe(value), value, stage, messages).apply(inputs);
      inputs = List.of(result);
    }
    return inputs.get(0);
  }

  /** What {@code classes} promises: measures of the target read as many scores. */
  private List<Statement> classCounts(List<NamedValue> values) {
    List<Statement> requirements = new ArrayList<>();
    for (NamedValue target : values) {
      Optional<Integer> classes = classes(target);
      if (classes.isEmpty()) {
        continue;
      }
      for (NamedValue measure : values) {
        boolean isMeasure = measure.is(Role.LOSS) || measure.is(Role.METRIC);
        if (isMeasure && measure.reads().indexOf(target.name()) > 0) {
          requirements.add(requirement(target, classes.get(), measure));
        }
      }
    }
    return requirements;
  }

  private static Optional<Integer> classes(NamedValue value) {
    return value.is(Role.TARGET)
        ? Optional.ofNullable(Mirrors.values(value.roles().get(Role.TARGET)).get(PortType.CLASSES))
            .map(classes -> (Integer) classes.getValue())
        : Optional.empty();
  }

  private Statement requirement(NamedValue target, int classes, NamedValue measure) {
    Span span = messages.span(describe(measure), Place.of(measure.method()));
    String scores = measure.reads().get(0);
    Expression size =
        new Expression.Call(
            span,
            new Expression.Reference(span, "size"),
            List.of(
                new Argument(span, Optional.empty(), new Expression.Reference(span, scores)),
                new Argument(span, Optional.empty(), Literals.integer(span, -1))));
    return new Statement.Require(
        span,
        new Expression.Binary(
            span, Expression.BinaryOperator.EQUAL, size, Literals.integer(span, classes)),
        target.name()
            + " has "
            + classes
            + " classes, but the last axis of "
            + scores
            + " has another size");
  }

  private List<Import> imports() {
    AnnotationValue paths = Mirrors.values(anchor.network()).get("imports");
    if (paths == null) {
      return List.of();
    }
    Span span = messages.span(anchor.type().getSimpleName() + " imports", anchor.place("imports"));
    return Mirrors.list(paths).stream()
        .map(path -> new Import(span, (String) path.getValue()))
        .toList();
  }

  private Precision precision() {
    AnnotationValue precision = Mirrors.values(anchor.network()).get("precision");
    return precision == null
        ? Precision.FLOAT
        : Precision.valueOf(((VariableElement) precision.getValue()).getSimpleName().toString());
  }

  /** The text of a documentation comment up to its first tag. */
  private String documentation(javax.lang.model.element.Element element) {
    String comment = environment.getElementUtils().getDocComment(element);
    return comment == null
        ? ""
        : String.join(
                "\n",
                comment
                    .lines()
                    .map(String::strip)
                    .takeWhile(line -> !line.startsWith("@"))
                    .toList())
            .strip();
  }

  private String describe(NamedValue value) {
    return anchor.type().getSimpleName() + "." + value.name();
  }
}
