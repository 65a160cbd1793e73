package dev.nutshell.benchmarks.peer;

import dev.nutshell.benchmarks.network.Architecture;
import dev.nutshell.benchmarks.network.NetworkWeights;
import java.util.List;

/**
 * What is to be trained. The loss is the mean cross-entropy of the network's logits and the
 * targets.
 *
 * @param architecture the network
 * @param weights the weights it begins with
 * @param batch samples of one step
 * @param inputShape the shape of one input
 * @param rule the optimizer
 * @param batches what the steps take in turn
 */
public record TrainingTask(
    Architecture architecture,
    NetworkWeights weights,
    int batch,
    TensorShape inputShape,
    TrainingRule rule,
    List<TrainingBatch> batches) {}
