package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.TypeExpression.Element;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How types and shapes are shown to users. */
final class Shapes {
  private static final long LARGEST = 1 << 28;

  private Shapes() {}

  /** {@code float[28, 28, 1]}; {@code float} alone for rank 0. */
  static String text(ElementType type, List<Extent> dimensions) {
    String element = type == ElementType.REAL ? "float" : type.name().toLowerCase(Locale.ROOT);
    return dimensions.isEmpty() ? element : element + text(dimensions);
  }

  /** {@code [28, 28, 1]}. */
  static String text(List<Extent> dimensions) {
    return dimensions.stream().map(Extent::toString).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a dimension can be that long. */
  static boolean isSize(long size) {
    return size >= 1 && size <= LARGEST;
  }

  /** A number without the last digits of a double, which computing has rounded. */
  private static double withoutRounding(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(new MathContext(15)).doubleValue()
        : number;
  }

  /** What a value is, for messages. */
  static String describe(Value value) {
    if (value instanceof Value.TensorValue tensor) {
      return text(tensor.type(), tensor.dimensions());
    }
    if (value instanceof Value.IntValue number) {
      return "the int " + number.value();
    }
    if (value instanceof Value.FloatValue number) {
      return "the float " + withoutRounding(number.value());
    }
    if (value instanceof Value.BoolValue bool) {
      return Boolean.toString(bool.value());
    }
    if (value instanceof Value.WordValue word) {
      return "the word " + word.word();
    }
    if (value instanceof Value.StringValue) {
      return "a string";
    }
    if (value instanceof Value.TupleValue tuple) {
      return "a tuple of " + tuple.elements().size();
    }
    if (value instanceof Value.InitializerValue initializer) {
      return "the initializer " + initializer.initializer();
    }
    if (value instanceof Value.SharedValue shared) {
      return "the shared layer " + shared.path();
    }
    if (value instanceof Value.CallableValue callable) {
      return callable.declaration().kind().name().toLowerCase(Locale.ROOT)
          + " "
          + callable.declaration().name();
    }
    if (value instanceof Value.PreparedValue prepared) {
      return describe(new Value.CallableValue(prepared.declaration()));
    }
    return value instanceof Value.BuiltinValue builtin ? "function " + builtin.name() : "an error";
  }

  static ElementType elementType(Element element) {
    switch (element) {
      case INT:
        return ElementType.INT;
      case BOOL:
        return ElementType.BOOL;
      case BYTE:
        return ElementType.BYTE;
      default:
        return ElementType.REAL;
    }
  }
}
