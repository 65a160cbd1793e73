package dev.nutshell.benchmarks.measure;

/**
 * What a call costs in steady state: medians over the rounds.
 *
 * <p>The bytes are a median, too, because HotSpot now and then allocates a few constants on the
 * thread that happens to ask for a compilation.
 *
 * @param nanos the mean time of a call in a round, in nanoseconds
 * @param bytes what the calling thread allocated in Java's heap in a round, for each call
 */
public record CallCost(double nanos, double bytes) {}
