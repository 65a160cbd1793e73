package dev.nutshell.processor.door;

import dev.nutshell.annotation.Call;
import dev.nutshell.annotation.Layer;
import dev.nutshell.grammar.ArgumentsResult;
import dev.nutshell.grammar.ExpressionResult;
import dev.nutshell.grammar.Parser;
import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Expression;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.grammar.tree.TypeExpression.Named;
import dev.nutshell.grammar.tree.TypeExpression.NamedType;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/**
 * An annotation that applies a layer, as the language writes it: {@code label: layer(argument:
 * value)}.
 */
final class LayerCall {
  static final DiagnosticKind TOO_MANY_INPUTS =
      DiagnosticKind.error(
          "NUT5311",
          "@{0} takes {1} at most, but {2} has {3} parameters",
          "further layers of a method read the value of the layer before alone");
  static final DiagnosticKind EMPTY =
      DiagnosticKind.error("NUT5312", "{0} is empty", "write at least one number, or leave it out");
  static final DiagnosticKind NOT_FINITE =
      DiagnosticKind.error("NUT5313", "{0} is {1}, which is no finite number", "");

  private static final String LABEL = "label";
  private static final String VALUE = "value";

  private final String place;
  private final NamedValue value;
  private final AnnotationMirror mirror;
  private final Messages messages;
  private final Span span;

  /**
   * @param place what to call the method in messages
   */
  LayerCall(String place, NamedValue value, AnnotationMirror mirror, Messages messages) {
    this.place = place + " @" + Mirrors.type(mirror).getSimpleName();
    this.value = value;
    this.mirror = mirror;
    this.messages = messages;
    this.span = messages.span(this.place, Place.of(value.method(), mirror));
  }

  /**
   * The layer applied to values.
   *
   * @param values what it reads; the first goes through the pipe, or all of them as a tuple
   */
  Expression apply(List<Expression> values) {
    List<Expression> inputs =
        values.isEmpty() || !takesTuple()
            ? values
            : List.of(new Expression.TupleLiteral(span, values));
    List<Argument> arguments = inputs(inputs);
    arguments.addAll(isCall() ? written() : named());
    Expression layer = new Expression.Reference(span, layer());
    Expression stage =
        arguments.isEmpty() && !inputs.isEmpty()
            ? layer
            : new Expression.Call(span, layer, arguments);
    Optional<Name> label =
        Mirrors.string(mirror, LABEL)
            .filter(text -> !text.isEmpty())
            .map(text -> new Name(span, text));
    return inputs.isEmpty() ? stage : new Expression.Pipe(span, inputs.get(0), label, stage);
  }

  private boolean isCall() {
    return Mirrors.type(mirror).getQualifiedName().contentEquals(Call.class.getCanonicalName());
  }

  private Optional<AnnotationMirror> binding() {
    return Mirrors.find(Mirrors.type(mirror), Layer.class);
  }

  private boolean takesTuple() {
    return binding()
        .map(binding -> Mirrors.values(binding).get("tuple"))
        .filter(tuple -> tuple.getValue().equals(true))
        .isPresent();
  }

  private String layer() {
    return binding()
        .flatMap(binding -> Mirrors.string(binding, "name"))
        .or(() -> Mirrors.string(mirror, VALUE))
        .orElse("");
  }

  /**
   * All inputs but the first: under the name that {@link dev.nutshell.annotation.Argument} gives,
   * or that the annotation's type knows.
   */
  private List<Argument> inputs(List<Expression> inputs) {
    List<Argument> arguments = new ArrayList<>();
    Optional<List<String>> names = binding().map(LayerCall::inputNames);
    if (names.isPresent() && inputs.size() > Math.max(1, names.get().size())) {
      String most = names.get().size() == 1 ? "1 value" : names.get().size() + " values";
      Object annotation = Mirrors.type(mirror).getSimpleName();
      messages
          .diagnostics()
          .report(TOO_MANY_INPUTS, span, annotation, most, value.name(), inputs.size());
      return arguments;
    }
    for (int i = 1; i < inputs.size(); i++) {
      int index = i;
      Optional<Name> name =
          given(value.method().getParameters().get(i))
              .or(() -> names.map(list -> list.get(index)))
              .map(text -> new Name(span, text));
      arguments.add(new Argument(span, name, inputs.get(i)));
    }
    return arguments;
  }

  private static Optional<String> given(VariableElement parameter) {
    return Mirrors.find(parameter, dev.nutshell.annotation.Argument.class)
        .flatMap(argument -> Mirrors.string(argument, VALUE));
  }

  private static List<String> inputNames(AnnotationMirror binding) {
    AnnotationValue names = Mirrors.values(binding).get("inputs");
    return names == null
        ? List.of()
        : Mirrors.list(names).stream().map(name -> (String) name.getValue()).toList();
  }

  /** The arguments of {@link Call#args}. */
  private List<Argument> written() {
    Optional<String> text = Mirrors.string(mirror, "args").filter(args -> !args.isBlank());
    if (text.isEmpty()) {
      return List.of();
    }
    ArgumentsResult result = Parser.parseArguments(fragment("args", text.get()), text.get());
    result.problems().forEach(messages.diagnostics()::report);
    return result.arguments().orElse(List.of());
  }

  /** The arguments that elements of the annotation stand for. */
  private List<Argument> named() {
    List<Argument> arguments = new ArrayList<>();
    for (Map.Entry<String, AnnotationValue> each : Mirrors.values(mirror).entrySet()) {
      String element = each.getKey();
      if (!element.equals(LABEL)) {
        Span at = messages.span(place + "." + element, Place.of(value.method(), mirror, element));
        String formal = formal(element);
        expression(element, formal, each.getValue(), at)
            .ifPresent(
                argument ->
                    arguments.add(new Argument(at, Optional.of(new Name(at, formal)), argument)));
      }
    }
    return arguments;
  }

  private String formal(String element) {
    return binding()
        .filter(binding -> element.equals(VALUE))
        .flatMap(binding -> Mirrors.string(binding, VALUE))
        .orElseGet(() -> ElementNames.formal(element));
  }

  private Optional<Expression> expression(
      String element, String formal, AnnotationValue annotation, Span at) {
    Object content = annotation.getValue();
    if (content instanceof Boolean truth) {
      return Optional.of(new Expression.BooleanLiteral(at, truth));
    }
    if (content instanceof Number number) {
      return number(element, number, at);
    }
    if (content instanceof VariableElement constant) {
      String word = ElementNames.word(constant.getSimpleName().toString());
      return Optional.of(new Expression.Reference(at, word));
    }
    if (content instanceof String text) {
      return isString(formal)
          ? Optional.of(new Expression.StringLiteral(at, text))
          : parsed(element, text);
    }
    return tuple(element, formal, Mirrors.list(annotation), at);
  }

  private Optional<Expression> number(String element, Number number, Span at) {
    if (number instanceof Integer integer) {
      return Optional.of(Literals.integer(at, integer));
    }
    if (!Double.isFinite(number.doubleValue())) {
      messages.diagnostics().report(NOT_FINITE, at, element, number);
      return Optional.empty();
    }
    return Optional.of(Literals.real(at, number.doubleValue()));
  }

  private Optional<Expression> tuple(
      String element, String formal, List<AnnotationValue> contents, Span at) {
    if (contents.isEmpty()) {
      messages.diagnostics().report(EMPTY, at, element);
      return Optional.empty();
    }
    List<Expression> elements = new ArrayList<>();
    for (AnnotationValue content : contents) {
      expression(element, formal, content, at).ifPresent(elements::add);
    }
    return Optional.of(
        elements.size() == 1 ? elements.get(0) : new Expression.TupleLiteral(at, elements));
  }

  private Optional<Expression> parsed(String element, String text) {
    ExpressionResult result = Parser.parseExpression(fragment(element, text), text);
    result.problems().forEach(messages.diagnostics()::report);
    return result.expression();
  }

  private String fragment(String element, String text) {
    String description = place + "." + element + " text";
    return messages.textAt(description, Place.of(value.method(), mirror, element), text);
  }

  /** Whether a formal of the library takes a text as it is, rather than what the text says. */
  private boolean isString(String formal) {
    return Optional.ofNullable(Library.declarations().get(layer())).stream()
        .flatMap(declaration -> declaration.formals().stream())
        .filter(each -> each.name().text().equals(formal))
        .anyMatch(each -> each.type() instanceof NamedType named && named.named() == Named.STRING);
  }
}
