package dev.nutshell.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule can have besides: groups, accumulation, averages, decay. */
class OptimizerTest {

  private static final ModelSpec SPEC =
      ModelSpec.parse(
          """
          model Small DOUBLE
          fingerprint 1
          entry predict
          parameter a.W 2,1 zeros
          parameter a.b 1 zeros
          """);

  private final WorkerPool pool = new WorkerPool(1);
  private final Storage variables = Storage.allocate(Precision.DOUBLE, SPEC.size());
  private final Storage gradients = Storage.allocate(Precision.DOUBLE, SPEC.size());

  @AfterEach
  void close() {
    pool.close();
  }

  private ParameterUpdate start(Optimizer optimizer) {
    variables.fill(1);
    return new ParameterUpdate(optimizer, SPEC, variables, gradients);
  }

  private boolean run(ParameterUpdate update, double gradient) {
    gradients.fill(gradient);
    boolean done = update.run(pool);
    if (done) {
      update.average();
    }
    return done;
  }

  private void assertVariables(double... expected) {
    double[] found = new double[variables.size()];
    Arrays.setAll(found, variables::get);
    assertArrayEquals(expected, found, 1e-15);
  }

  @Test
  void textNamesWhatIsSet() {
    assertEquals(
        "Sgd[momentum=0.0, dampening=0.0, nesterov=false, convention=KERAS]",
        Optimizer.sgd(0.1).toString());
    assertEquals(
        "Sgd[momentum=0.0, dampening=0.0, nesterov=false, convention=KERAS], weight decay 0.1,"
            + " l2 0.2, an update every 3 steps, average 0.9,"
            + " Clipping[kind=VALUE, limit=0.5, epsilon=0.0]",
        Optimizer.sgd(0.1)
            .weightDecay(0.1)
            .l2(0.2)
            .accumulate(3)
            .average(0.9)
            .clip(Clipping.Kind.VALUE, 0.5)
            .toString());
  }

  @Test
  void biasesAreNotDecayed() {
    Optimizer optimizer =
        Optimizer.sgd(0.5)
            .group(Optimizer::isBiasOrNorm, group -> group.weightDecay(0))
            .weightDecay(0.1);
    run(start(optimizer), 0);
    assertVariables(0.95, 0.95, 1);
  }

  @Test
  void groupsMayHaveOtherRatesAndRules() {
    Optimizer optimizer =
        Optimizer.sgd(0.5)
            .group(parameter -> parameter.path().equals("a.W"), group -> group.rate(0))
            .group(Optimizer::isBiasOrNorm, group -> group.rule(Lion.defaults()).scaleRate(0.5));
    ParameterUpdate update = start(optimizer);
    run(update, 4);
    assertVariables(1, 1, 0.75);
    assertEquals(0.5, update.rate());
    update.rateFactor(0.1);
    run(update, 4);
    assertVariables(1, 1, 0.725);
  }

  @Test
  void l2IsPartOfTheGradient() {
    run(start(Optimizer.sgd(0.5).l2(0.1).clip(Clipping.Kind.VALUE, 2)), 3);
    assertVariables(-0.05, -0.05, -0.05);
  }

  @Test
  void accumulatedGradientsAreAveraged() {
    ParameterUpdate update = start(Optimizer.sgd(1).accumulate(3));
    assertFalse(run(update, 1));
    assertFalse(run(update, 2));
    assertVariables(1, 1, 1);
    assertTrue(run(update, 6));
    assertVariables(-2, -2, -2);
    run(update, 0);
    run(update, 0);
    assertTrue(run(update, 3));
    assertVariables(-3, -3, -3);
  }

  @Test
  void averagesFollowAndAreExchanged() {
    ParameterUpdate update = start(Optimizer.sgd(1).average(0.75));
    Averages averages = update.averages();
    averages.exchange();
    assertVariables(1, 1, 1);
    averages.exchange();
    run(update, 1);
    run(update, 4);
    averages.exchange();
    // The first update gives 0, the second -4.
    assertVariables(-1, -1, -1);
    assertTrue(averages.areExchanged());
    Exception e = assertThrows(IllegalStateException.class, () -> run(update, 1));
    assertEquals(
        "averages are in the place of the parameters: exchange them before an update",
        e.getMessage());
    averages.exchange();
    assertVariables(-4, -4, -4);
  }

  @Test
  void withoutAveragesNothingIsExchanged() {
    Averages averages = start(Optimizer.sgd(1)).averages();
    assertFalse(averages.areKept());
    Exception e = assertThrows(IllegalStateException.class, averages::exchange);
    assertEquals("the optimizer keeps no averages", e.getMessage());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "steps: 1 or more expected, 0 found", run(() -> Optimizer.sgd(1).accumulate(0))),
        Arguments.of(
            "momentum: 0 to below 1 expected, 1.0 found", run(() -> Optimizer.sgd(1).average(1))),
        Arguments.of("l2: 0 or more expected, -1.0 found", run(() -> Optimizer.sgd(1).l2(-1))),
        Arguments.of(
            "decay: 0 or more expected, -1.0 found", run(() -> Optimizer.sgd(1).weightDecay(-1))),
        Arguments.of("beta2: above 0.6 expected, 0.5 found", run(() -> new RAdam(0.9, 0.5, 1e-8))),
        Arguments.of(
            "grow - 1: above 0 expected, 0.0 found", run(() -> new Rprop(0.5, 1, 1e-6, 50))),
        Arguments.of(
            "-ratePower: 0 or more expected, -0.5 found",
            run(() -> new Ftrl(0.5, 0.1, 0, 0, 0, 0))));
  }

  private static Executable run(Executable call) {
    return call;
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongNumbersAreRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
