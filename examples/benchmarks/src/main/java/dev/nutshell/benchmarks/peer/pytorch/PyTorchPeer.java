package dev.nutshell.benchmarks.peer.pytorch;

import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Peer;
import dev.nutshell.benchmarks.peer.TrainingSide;
import dev.nutshell.benchmarks.peer.TrainingTask;

/**
 * PyTorch by way of DJL, eager: the arrays are made once, every operator is one call into PyTorch
 * without a layer of blocks above it, results are freed at the end of each call.
 */
public final class PyTorchPeer implements Peer {
  /** The name of DJL's engine. */
  static final String ENGINE = "PyTorch";

  @Override
  public String name() {
    return "PyTorch (DJL)";
  }

  @Override
  public boolean trains() {
    return true;
  }

  @Override
  public InferenceSide open(InferenceTask task) {
    return new TorchInference(task);
  }

  @Override
  public TrainingSide open(TrainingTask task) {
    return new TorchTraining(task);
  }
}
