package dev.nutshell.training.initializer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.Precision;
import dev.nutshell.training.reference.Comparison;
import dev.nutshell.training.reference.Json;
import dev.nutshell.training.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mean, variance and bound by the rules of Keras. The numbers themselves are drawn otherwise, so
 * the tolerance is four standard deviations of an estimate from so many of them.
 */
class InitializerReferenceTest {

  private static final String FILE = "initializers";

  static Stream<Arguments> cases() {
    return Json.cases(InitializerReferenceTest.class, FILE).stream()
        .map(each -> Arguments.of(each.get("id"), each));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void followsTheRule(String id, Map<String, Object> reference) {
    String name = (String) reference.get("op");
    if (name.equals("variance_scaling_fan_out_normal")) {
      name = "variance_scaling.fan_out.untruncated_normal(1.5)";
    }
    Object given = Json.map(reference.get("attributes")).get("shape");
    List<Integer> shape =
        given == null
            ? List.of(300, 200)
            : Json.list(given).stream().map(extent -> (int) Json.number(extent)).toList();
    int n = shape.stream().reduce(1, Math::multiplyExact);
    Storage values = Storage.allocate(Precision.DOUBLE, n);
    Initializer.parse(name, shape)
        .fill(values, RandomStream.named(3, RandomStream.INITIAL_VALUES, "fc.W"));
    double mean = Json.number(reference.get("mean"));
    double variance = Json.number(reference.get("variance"));
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      sum += values.get(i);
      squares += (values.get(i) - mean) * (values.get(i) - mean);
      largest = Math.max(largest, Math.abs(values.get(i)));
    }
    Comparison ofMean = new Comparison(FILE, id, 4 * Math.sqrt(variance / n), 0);
    ofMean.add("mean", sum / n, mean);
    ofMean.check();
    // The variance of a variance estimate is at most that of a normal distribution.
    Comparison comparison = new Comparison(FILE, id, 0, 4 * Math.sqrt(2.0 / n));
    comparison.add("variance", squares / n, variance);
    comparison.report();
    if (reference.get("bound") != null) {
      double bound = Json.number(reference.get("bound"));
      assertTrue(largest <= bound * (1 + 1e-12), largest + " exceeds " + bound);
      assertTrue(largest > 0.99 * bound, largest + " stays far below " + bound);
    }
  }
}
