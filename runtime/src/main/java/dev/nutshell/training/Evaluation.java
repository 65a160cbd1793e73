package dev.nutshell.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a network achieved on some samples.
 *
 * @param loss the sum of its losses and regularizers
 * @param measures each loss, then each metric that is one number, by name
 * @param arrays each metric that is an array, by name: its elements row by row
 */
public record Evaluation(
    double loss, Map<String, Double> measures, Map<String, List<Double>> arrays) {

  /** Longer arrays are not part of the text. */
  private static final int LONGEST_SHOWN = 16;

  /** Copies the maps, keeping their order. */
  public Evaluation {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /**
   * A metric that is an array, such as a confusion matrix.
   *
   * @param name its name in the network
   * @return its elements, row by row
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] array(String name) {
    List<Double> elements = arrays.get(name);
    if (elements == null) {
      throw new IllegalArgumentException(
          "no metric " + name + " that is an array; there are " + arrays.keySet());
    }
    return elements.stream().mapToDouble(each -> each).toArray();
  }

  /**
   * A loss or metric.
   *
   * @param name its name in the network, or {@code loss} for the sum of all losses and regularizers
   * @throws IllegalArgumentException if there is none of that name
   */
  public double get(String name) {
    Double value = measures.get(name);
    if (value != null) {
      return value;
    }
    if (name.equals("loss")) {
      return loss;
    }
    throw new IllegalArgumentException(
        "no measure " + name + "; there are loss, " + String.join(", ", measures.keySet()));
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(loss);
    out.writeInt(measures.size());
    for (Map.Entry<String, Double> measure : measures.entrySet()) {
      out.writeUTF(measure.getKey());
      out.writeDouble(measure.getValue());
    }
    out.writeInt(arrays.size());
    for (Map.Entry<String, List<Double>> array : arrays.entrySet()) {
      out.writeUTF(array.getKey());
      out.writeInt(array.getValue().size());
      for (double element : array.getValue()) {
        out.writeDouble(element);
      }
    }
  }

  static Evaluation read(DataInput in) throws IOException {
    double loss = in.readDouble();
    Map<String, Double> measures = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      measures.put(in.readUTF(), in.readDouble());
    }
    Map<String, List<Double>> arrays = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      String name = in.readUTF();
      List<Double> elements = new ArrayList<>();
      for (int size = in.readInt(); size > 0; size--) {
        elements.add(in.readDouble());
      }
      arrays.put(name, elements);
    }
    return new Evaluation(loss, measures, arrays);
  }

  /** The loss, each measure and each short array, with four decimals. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("loss ").append(decimal(loss));
    measures.forEach(
        (name, value) -> {
          // With a single loss and no regularizer the name would only repeat the number.
          if (value != loss) {
            text.append("  ").append(name).append(' ').append(decimal(value));
          }
        });
    arrays.forEach(
        (name, elements) -> {
          if (elements.size() <= LONGEST_SHOWN) {
            text.append("  ").append(name).append(" [");
            elements.forEach(each -> text.append(decimal(each)).append(' '));
            text.setCharAt(text.length() - 1, ']');
          }
        });
    return text.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
