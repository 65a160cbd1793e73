package dev.nutshell.benchmarks.peer.dl4j;

import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Predictions by DL4J, with arrays that are made once and DL4J's workspaces. */
final class Dl4jInference implements InferenceSide {
  private final InferenceTask task;
  private final MultiLayerNetwork network;
  private final INDArray[] inputs;
  private int next;

  Dl4jInference(InferenceTask task) {
    this.task = task;
    // As DL4J advises with workspaces; its calls of System.gc() would disturb everybody.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    Dl4jLayers layers = new Dl4jLayers(task.weights());
    task.architecture().apply(layers, 0);
    this.network = layers.build(task.inputShape());
    this.inputs = new INDArray[task.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      float[] values = task.inputShape().toPeer(task.inputs().get(i));
      inputs[i] = Nd4j.create(values, task.inputShape().peerShape(task.batch()), 'c');
    }
  }

  @Override
  public float[] predict(int input) {
    float[] values = network.output(inputs[input], false).dup('c').data().asFloat();
    return task.outputShape().fromPeer(values);
  }

  @Override
  public void run(long calls) {
    for (long i = 0; i < calls; i++) {
      network.output(inputs[next], false).close();
      next = (next + 1) % inputs.length;
    }
  }
}
