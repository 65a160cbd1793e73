package dev.nutshell.benchmarks.peer.deepnetts;

import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Peer;

/**
 * Deep Netts, a library in pure Java, for perceptrons: its convolutions always pad. It knows no
 * batches, so a batch is its samples one after the other.
 */
public final class DeepNettsPeer implements Peer {

  @Override
  public String name() {
    return "Deep Netts";
  }

  @Override
  public InferenceSide open(InferenceTask task) {
    return new DeepNettsInference(task);
  }
}
