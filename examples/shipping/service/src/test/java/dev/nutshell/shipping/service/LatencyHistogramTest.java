package dev.nutshell.shipping.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

  @Test
  void percentilesAreUpperBordersOfBuckets() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = 0; i < 989; i++) {
      histogram.record(1_000);
    }
    for (int i = 0; i < 10; i++) {
      histogram.record(50_000);
    }
    histogram.record(7_000_000_000L);
    // Buckets of 1,000, 50,000 and all else end at 1,023, 51,199 and 6 % above at most.
    assertEquals(
        "{\"count\":1000,\"p50_us\":1.0,\"p99_us\":51.2,\"p99_9_us\":51.2}", histogram.toJson());
    histogram.record(Long.MAX_VALUE);
    assertEquals(
        "{\"count\":1001,\"p50_us\":1.0,\"p99_us\":51.2,\"p99_9_us\":7247757.3}",
        histogram.toJson());
  }

  @Test
  void nothingIsZero() {
    assertEquals(
        "{\"count\":0,\"p50_us\":0.0,\"p99_us\":0.0,\"p99_9_us\":0.0}",
        new LatencyHistogram().toJson());
  }
}
