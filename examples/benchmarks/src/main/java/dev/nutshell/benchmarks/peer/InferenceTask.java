package dev.nutshell.benchmarks.peer;

import dev.nutshell.benchmarks.network.Architecture;
import dev.nutshell.benchmarks.network.NetworkWeights;
import java.util.List;

/**
 * What is to be predicted.
 *
 * @param architecture the network
 * @param weights its weights
 * @param batch samples of one call
 * @param inputShape the shape of one input
 * @param outputShape the shape of one output
 * @param inputs some batches, which the calls take in turn; channels last
 */
public record InferenceTask(
    Architecture architecture,
    NetworkWeights weights,
    int batch,
    TensorShape inputShape,
    TensorShape outputShape,
    List<float[]> inputs) {}
