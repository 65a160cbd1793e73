package dev.nutshell.processor.execution;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.processor.cli.JsonResource;
import dev.nutshell.processor.graph.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Metrics with the numbers that Keras 3.15.1 (PyTorch 2.13, float64) gives: for each set of data, a
 * Keras metric was updated with the rows 0 to 4, 5 to 9 and 10 to 12, once without weights and once
 * with the weights {@code w} of the rows, and its result written down. The data are random numbers
 * of three decimals from a fixed seed: scores {@code p}, targets {@code y}, classes {@code k}.
 */
final class MetricCases {
  static final int BATCH = 5;

  /**
   * A metric.
   *
   * @param keras as Keras constructs it
   * @param metric as the language writes it
   * @param expected row by row
   */
  record Case(
      String keras,
      String data,
      String metric,
      boolean weighted,
      List<Integer> shape,
      List<Double> expected) {

    /** The statement that names it. */
    String statement(String name) {
      return "metric " + name + " = " + metric + (weighted ? " weight w" : "");
    }
  }

  /**
   * A column of data.
   *
   * @param shape of a row
   */
  record Numbers(List<Integer> shape, List<Double> values, boolean isInt) {
    private int width() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }

    int rows() {
      return values.size() / width();
    }

    String type() {
      String axes = shape.isEmpty() ? "" : shape.toString();
      return (isInt ? "int" : "float") + axes;
    }

    Column column() {
      return isInt
          ? Column.of(width(), values.stream().mapToInt(Double::intValue).toArray())
          : Column.of(width(), doubles(values));
    }

    Tensor tensor(int from, int to) {
      List<Integer> all = new ArrayList<>(List.of(to - from));
      all.addAll(shape);
      return new Tensor(all, doubles(values.subList(from * width(), to * width())));
    }

    private static double[] doubles(List<Double> numbers) {
      return numbers.stream().mapToDouble(each -> each).toArray();
    }
  }

  private final Map<String, Map<String, Numbers>> data = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();

  MetricCases() {
    Map<?, ?> file;
    try (InputStream in = MetricCases.class.getResourceAsStream("/metrics/keras-metrics.json")) {
      file = (Map<?, ?>) JsonResource.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ((Map<?, ?>) file.get("data"))
        .forEach((name, set) -> data.put((String) name, set((Map<?, ?>) set)));
    for (Object each : (List<?>) file.get("cases")) {
      Map<?, ?> item = (Map<?, ?>) each;
      cases.add(
          new Case(
              (String) item.get("keras"),
              (String) item.get("data"),
              (String) item.get("metric"),
              (Boolean) item.get("weighted"),
              ints(item.get("shape")),
              doubles(item.get("expected"))));
    }
  }

  private static Map<String, Numbers> set(Map<?, ?> columns) {
    Map<String, Numbers> set = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          Map<?, ?> parts = (Map<?, ?>) column;
          set.put(
              (String) name,
              new Numbers(
                  ints(parts.get("shape")), doubles(parts.get("values")), name.equals("k")));
        });
    return set;
  }

  private static List<Double> doubles(Object list) {
    return ((List<?>) list).stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  private static List<Integer> ints(Object list) {
    return ((List<?>) list).stream().map(each -> ((Number) each).intValue()).toList();
  }

  /** The names of the sets of data. */
  List<String> sets() {
    return List.copyOf(data.keySet());
  }

  /** The columns of a set. */
  Map<String, Numbers> set(String name) {
    return data.get(name);
  }

  List<Case> all() {
    return cases;
  }

  /** The metrics of a set. */
  List<Case> of(String set) {
    return cases.stream().filter(each -> each.data().equals(set)).toList();
  }

  Dataset dataset(String set) {
    Map<String, Numbers> columns = data.get(set);
    Dataset dataset = Dataset.of("p", columns.get("p").column());
    for (String name : columns.keySet()) {
      dataset = name.equals("p") ? dataset : dataset.with(name, columns.get(name).column());
    }
    return dataset;
  }

  /** A network that reports all metrics of a set, named {@code m0}, {@code m1} and so on. */
  String model(String set, String precision) {
    Map<String, Numbers> columns = data.get(set);
    StringBuilder text = new StringBuilder("model Metrics(): " + precision + " {\n");
    columns.forEach(
        (name, column) ->
            text.append(name.equals("p") ? "input " : "target ")
                .append(name + ": " + column.type() + "\n"));
    text.append("param s: float init ones\nq = [...] s * p[...]\noutput q\n");
    text.append("loss mean_squared_error(q, y)\n");
    List<Case> metrics = of(set);
    for (int i = 0; i < metrics.size(); i++) {
      text.append(metrics.get(i).statement("m" + i)).append('\n');
    }
    return text.append("}\n").toString();
  }
}
