package dev.nutshell.training.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.training.reference.Comparison;
import dev.nutshell.training.reference.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixty rates of every schedule against those of Keras and PyTorch. */
class ScheduleReferenceTest {

  private static final String FILE = "schedules";

  /** The fixtures state none for PyTorch's schedules, whose rates are in double. */
  private static final double TOLERANCE = 1e-12;

  private static final double RATE = 0.1;

  private static final Map<String, Schedule> SCHEDULES = schedules();

  private static Map<String, Schedule> schedules() {
    Map<String, Schedule> all = new LinkedHashMap<>();
    all.put("step", Schedules.step(RATE, 12, 0.5));
    all.put("multistep", Schedules.multiStep(RATE, 0.3, 10, 25, 40));
    all.put("exponential", Schedules.exponential(RATE, 1, 0.93));
    all.put("cosine", Schedules.cosine(RATE, 59, 0.01));
    all.put("cosine_restarts", Schedules.cosineRestarts(RATE, 8, 2, 1, 0.01));
    all.put("polynomial", Schedules.polynomial(RATE, 50, 0, 2));
    all.put("one_cycle_cos", Schedules.oneCycle(0.4, 61, 0.3, 20, 1e3, true, false));
    all.put(
        "one_cycle_linear_three_phase", Schedules.oneCycle(0.4, 61, 0.25, 25, 1e4, false, true));
    all.put("warmup_linear", Schedules.linear(0.01, RATE, 10));
    all.put("constant_factor", Schedules.piecewise(new long[] {7}, 0.025, RATE));
    all.put("warmup_then_cosine", Schedules.cosine(RATE, 50).warmup(10, 0.005));
    all.put("cyclic_triangular", Schedules.cyclic(0.01, 0.1, 6, 9, t -> 1));
    all.put("cyclic_triangular2", Schedules.cyclic(0.01, 0.1, 6, 6, Schedules.step(1, 12, 0.5)));
    all.put(
        "cyclic_exp_range", Schedules.cyclic(0.01, 0.1, 6, 6, Schedules.exponential(1, 1, 0.98)));
    all.put("inverse_sqrt_warmup", t -> RATE * Math.min((t + 1) / 10.0, Math.sqrt(10.0 / (t + 1))));
    all.put("multiplicative", Schedules.exponential(RATE, 1, 0.97));
    all.put("keras_exponential_decay", Schedules.exponential(RATE, 10, 0.5));
    all.put("keras_exponential_decay_staircase", Schedules.step(RATE, 10, 0.5));
    all.put("keras_piecewise_constant", Schedules.piecewise(new long[] {10, 30}, 0.1, 0.05, 0.01));
    all.put("keras_polynomial_decay", Schedules.polynomial(RATE, 40, 0.01, 2));
    all.put("keras_polynomial_decay_cycle", Schedules.polynomialCycles(RATE, 25, 0.01, 1));
    all.put("keras_inverse_time_decay", Schedules.inverseTime(RATE, 10, 0.5));
    all.put("keras_cosine_decay", Schedules.cosine(RATE, 50, 0.05));
    all.put("keras_cosine_decay_warmup", Schedules.cosine(RATE, 45, 0.1).warmup(10, 0.01));
    all.put("keras_cosine_decay_restarts", Schedules.cosineRestarts(RATE, 10, 2, 0.8, 0.05));
    return all;
  }

  static Stream<Arguments> cases() {
    return Json.cases(ScheduleReferenceTest.class, FILE).stream()
        .filter(each -> SCHEDULES.containsKey(each.get("id")))
        .map(each -> Arguments.of(each.get("id"), each));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void followsTheReference(String id, Map<String, Object> reference) {
    Comparison comparison =
        reference.containsKey("tolerance")
            ? Comparison.of(FILE, id, reference.get("tolerance"))
            : new Comparison(FILE, id, TOLERANCE, TOLERANCE);
    double[] rates = Json.numbers(reference.get("values"));
    for (int t = 0; t < rates.length; t++) {
      comparison.add("update " + t, SCHEDULES.get(id).applyAsDouble(t), rates[t]);
    }
    comparison.report();
  }

  @Test
  void everyCaseHasAScheduleOrIsOneOfThePlateaus() {
    List<String> ids =
        Json.cases(ScheduleReferenceTest.class, FILE).stream()
            .map(each -> (String) each.get("id"))
            .filter(id -> !id.startsWith("plateau"))
            .toList();
    assertEquals(SCHEDULES.keySet(), ids.stream().collect(Collectors.toSet()));
    assertEquals(ids.size(), Set.copyOf(ids).size());
  }
}
