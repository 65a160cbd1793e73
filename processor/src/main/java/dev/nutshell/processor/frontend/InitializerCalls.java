package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Argument;
import dev.nutshell.grammar.tree.Name;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.frontend.Value.BoolValue;
import dev.nutshell.processor.frontend.Value.FloatValue;
import dev.nutshell.processor.frontend.Value.InitializerValue;
import dev.nutshell.processor.frontend.Value.IntValue;
import dev.nutshell.processor.frontend.Value.TupleValue;
import dev.nutshell.processor.frontend.Value.WordValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives initializers their arguments, as in {@code random_normal(stddev: 0.02)}. */
final class InitializerCalls {
  static final DiagnosticKind INITIALIZER_ARGUMENT =
      DiagnosticKind.error(
          "NUT2055",
          "the initializer {0} takes {1}",
          "a tensor of one number is written full(shape, number)");

  private final Context context;
  private final Expressions expressions;

  InitializerCalls(Context context, Expressions expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Value apply(
      InitializerValue initializer, List<Argument> arguments, Environment scope, Span span) {
    String name = Initializers.name(initializer);
    Map<String, Value> values = new LinkedHashMap<>(Initializers.arguments(name));
    List<String> order = List.copyOf(values.keySet());
    int position = 0;
    for (Argument argument : arguments) {
      String key =
          argument
              .name()
              .map(Name::text)
              .orElse(position < order.size() ? order.get(position++) : "");
      Optional<Value> value =
          values.containsKey(key) ? accepted(values.get(key), argument, scope) : Optional.empty();
      values.put(key, value.orElseThrow(() -> wrong(name, argument.span())));
    }
    if (values.containsValue(null)) {
      throw wrong(name, span);
    }
    return Initializers.of(name, values);
  }

  /**
   * The argument's value, if it is of the kind of the default; without one a number is expected.
   */
  private Optional<Value> accepted(Value byDefault, Argument argument, Environment scope) {
    if (byDefault instanceof WordValue word) {
      return Optional.of(expressions.word(argument.value(), word.choices(), scope));
    }
    Value value = expressions.evaluate(argument.value(), scope);
    if (byDefault instanceof BoolValue) {
      return Optional.of(value).filter(BoolValue.class::isInstance);
    }
    return byDefault == null && value instanceof TupleValue parts ? numbers(parts) : number(value);
  }

  private static Optional<Value> number(Value value) {
    return value instanceof IntValue number
        ? Optional.of(new FloatValue(number.value()))
        : Optional.of(value).filter(FloatValue.class::isInstance);
  }

  /** A constant has a number, or several of them. */
  private static Optional<Value> numbers(TupleValue parts) {
    List<Value> numbers =
        parts.elements().stream().map(InitializerCalls::number).flatMap(Optional::stream).toList();
    return numbers.size() == parts.elements().size()
        ? Optional.of(new TupleValue(numbers))
        : Optional.empty();
  }

  private Abort wrong(String name, Span span) {
    return context.error(INITIALIZER_ARGUMENT, span, name, signature(Initializers.arguments(name)));
  }

  private static String signature(Map<String, Value> arguments) {
    if (arguments.isEmpty()) {
      return "no numbers";
    }
    boolean numbers =
        arguments.values().stream().allMatch(v -> v == null || v instanceof FloatValue);
    return numbers
        ? "the numbers " + String.join(", ", arguments.keySet())
        : arguments.entrySet().stream()
            .map(each -> each.getKey() + ": " + kind(each.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String kind(Value byDefault) {
    if (byDefault instanceof WordValue word) {
      return "{" + String.join(", ", word.choices()) + "}";
    }
    return byDefault instanceof BoolValue ? "bool" : "float";
  }
}
