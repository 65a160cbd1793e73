package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Tensor;
import java.util.List;

/**
 * Writes tensors as JSON. What JSON has no number for, NaN and the infinities, becomes a string.
 */
final class TensorText {
  private final Tensor tensor;
  private final ElementType type;
  private final StringBuilder text = new StringBuilder();
  private int next;

  private TensorText(Tensor tensor, ElementType type) {
    this.tensor = tensor;
    this.type = type;
  }

  /** Nested arrays, or one value if the rank is 0. */
  static String of(Tensor tensor, ElementType type) {
    TensorText writer = new TensorText(tensor, type);
    writer.write(tensor.shape());
    return writer.text.toString();
  }

  private void write(List<Integer> shape) {
    if (shape.isEmpty()) {
      text.append(element(tensor.values()[next++]));
      return;
    }
    text.append('[');
    for (int i = 0; i < shape.get(0); i++) {
      text.append(i == 0 ? "" : ", ");
      write(shape.subList(1, shape.size()));
    }
    text.append(']');
  }

  private String element(double value) {
    return switch (type) {
      case BOOL -> Boolean.toString(value != 0);
      case INT, BYTE -> Long.toString((long) value);
      case REAL, DOUBLE -> Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"";
    };
  }
}
