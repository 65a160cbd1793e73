package dev.nutshell.benchmarks.peer;

/**
 * One batch to train on; of the two kinds of input, a network has one.
 *
 * @param reals inputs, channels last, or null
 * @param indices inputs that are indices, or null
 * @param targets the true class of each sample or position
 */
public record TrainingBatch(float[] reals, int[] indices, int[] targets) {}
