package dev.nutshell.processor.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one evaluation of a graph is given.
 *
 * @param batch the number of samples
 * @param inputs inputs and targets by name; batched ones begin with the samples
 * @param variables variables by path
 * @param extents lengths of bounded axes by name; where one is absent, the bound is its length
 * @param seed of random numbers
 * @param step of the training, for random numbers
 * @param samples of each row of the batch, its index in the epoch
 */
public record Call(
    int batch,
    Map<String, Tensor> inputs,
    Map<String, Tensor> variables,
    Map<String, Integer> extents,
    long seed,
    long step,
    List<Integer> samples) {

  public Call {
    inputs = inOrder(inputs);
    variables = inOrder(variables);
    extents = inOrder(extents);
    samples = List.copyOf(samples);
    if (samples.size() != batch) {
      throw new IllegalArgumentException(
          samples.size() + " indices of samples for a batch of " + batch);
    }
  }

  /** A call at the beginning of an epoch, with bounded axes at their bounds and seed and step 0. */
  public static Call of(int batch, Map<String, Tensor> inputs, Map<String, Tensor> variables) {
    List<Integer> samples = IntStream.range(0, batch).boxed().toList();
    return new Call(batch, inputs, variables, Map.of(), 0, 0, samples);
  }

  public Call withVariables(Map<String, Tensor> others) {
    return new Call(batch, inputs, others, extents, seed, step, samples);
  }

  public Call withInputs(Map<String, Tensor> others) {
    return new Call(batch, others, variables, extents, seed, step, samples);
  }

  public Call withExtents(Map<String, Integer> others) {
    return new Call(batch, inputs, variables, others, seed, step, samples);
  }

  public Call withRandom(long otherSeed, long otherStep, List<Integer> otherSamples) {
    return new Call(batch, inputs, variables, extents, otherSeed, otherStep, otherSamples);
  }

  /** A copy in the order given, so that whatever goes over it does the same in every run. */
  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The length of an axis in this call. */
  public int length(Extent extent) {
    if (extent instanceof Extent.Batch) {
      return batch;
    }
    return extent instanceof Extent.Bounded bounded
        ? extents.getOrDefault(bounded.name(), bounded.bound())
        : extent.bound();
  }
}
