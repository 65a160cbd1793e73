package dev.nutshell.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a network achieved on some samples.
 *
 * @param loss the sum of its losses and regularizers
 * @param measures each loss, then each metric, by name: the weighted mean over the samples
 */
public record Evaluation(double loss, Map<String, Double> measures) {

  /** Copies the map, keeping its order. */
  public Evaluation {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
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
  }

  static Evaluation read(DataInput in) throws IOException {
    double loss = in.readDouble();
    Map<String, Double> measures = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      measures.put(in.readUTF(), in.readDouble());
    }
    return new Evaluation(loss, measures);
  }

  /** The loss and each measure, with four decimals. */
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
    return text.toString();
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
