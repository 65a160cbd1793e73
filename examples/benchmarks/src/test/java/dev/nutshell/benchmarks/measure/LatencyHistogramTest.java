package dev.nutshell.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

  @Test
  void shortDurationsAreExact() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int nanos = 1; nanos <= 200; nanos++) {
      histogram.record(nanos);
    }
    assertEquals(100, histogram.percentile(0.5));
    assertEquals(198, histogram.percentile(0.99));
    assertEquals(200, histogram.percentile(1));
  }

  @Test
  void longDurationsAreExactToOnePercent() {
    for (long nanos = 1; nanos > 0; nanos = nanos * 3 + 1) {
      LatencyHistogram histogram = new LatencyHistogram();
      histogram.record(nanos);
      double found = histogram.percentile(1);
      assertEquals(1, found / nanos, 0.01);
    }
  }

  @Test
  void histogramsAdd() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.record(10);
    LatencyHistogram other = new LatencyHistogram();
    other.record(20);
    histogram.add(other);
    assertEquals(2, histogram.count());
    assertEquals(20, histogram.percentile(1));
  }

  @Test
  void nothingHasNoPercentiles() {
    assertThrows(IllegalStateException.class, () -> new LatencyHistogram().percentile(0.5));
  }
}
