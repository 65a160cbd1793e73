package dev.nutshell.benchmarks.peer.dl4j;

import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Peer;

/** Deeplearning4j with its native CPU back end, for perceptrons and LeNet. */
public final class Dl4jPeer implements Peer {

  @Override
  public String name() {
    return "DL4J";
  }

  @Override
  public InferenceSide open(InferenceTask task) {
    return new Dl4jInference(task);
  }
}
