package dev.nutshell.training.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SchedulesTest {

  @Test
  void staysAtTheEnd() {
    assertEquals(0.01, Schedules.polynomial(1, 10, 0.01, 3).applyAsDouble(1_000_000));
    assertEquals(0.25, Schedules.cosine(1, 10, 0.25).applyAsDouble(11));
    assertEquals(0.5, Schedules.linear(1, 0.5, 10).applyAsDouble(Long.MAX_VALUE));
    assertEquals(4e-6, Schedules.oneCycle(1, 100).applyAsDouble(200), 1e-16);
  }

  @Test
  void equalWavesGoOnForEver() {
    Schedule waves = Schedules.cosineRestarts(1, 10, 1, 1, 0);
    assertEquals(1, waves.applyAsDouble(1_000_000_000_000L));
    assertEquals(waves.applyAsDouble(3), waves.applyAsDouble(1_000_000_000_003L));
  }

  @Test
  void warmupGoesBeforeAnySchedule() {
    Schedule schedule = Schedules.step(0.4, 2, 0.5).warmup(4);
    double[] expected = {0, 0.1, 0.2, 0.3, 0.4, 0.4, 0.2, 0.2, 0.1};
    for (int t = 0; t < expected.length; t++) {
      assertEquals(expected[t], schedule.applyAsDouble(t), 1e-15, "update " + t);
    }
  }

  @Test
  void wrongNumbersAreRefused() {
    assertRefused("steps: 1 or more expected, 0 found", () -> Schedules.cosine(1, 0));
    assertRefused("updates: 1 or more expected, 0 found", () -> Schedules.cosine(1, 1).warmup(0));
    assertRefused(
        "milestones: increasing numbers expected, 5 found after 5",
        () -> Schedules.multiStep(1, 0.1, 5, 5));
    assertRefused("rates: 2 expected, 1 found", () -> Schedules.piecewise(new long[] {1}, 0.1));
    assertRefused(
        "longer: 1 or more expected, 0.5 found", () -> Schedules.cosineRestarts(1, 1, 0.5, 1, 0));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
