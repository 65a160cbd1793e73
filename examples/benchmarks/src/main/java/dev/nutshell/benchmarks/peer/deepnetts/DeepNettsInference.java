package dev.nutshell.benchmarks.peer.deepnetts;

import deepnetts.net.FeedForwardNetwork;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import java.util.Arrays;

/** Predictions by Deep Netts. */
final class DeepNettsInference implements InferenceSide {
  private final FeedForwardNetwork network;
  private final int batch;
  private final int outputSize;
  private final float[][][] inputs;
  private int next;

  DeepNettsInference(InferenceTask task) {
    DeepNettsLayers layers = new DeepNettsLayers(task.weights());
    task.architecture().apply(layers, 0);
    int size = task.inputShape().size();
    this.network = layers.build(size);
    this.batch = task.batch();
    this.outputSize = task.outputShape().size();
    this.inputs = new float[task.inputs().size()][batch][];
    for (int i = 0; i < inputs.length; i++) {
      for (int sample = 0; sample < batch; sample++) {
        int from = sample * size;
        inputs[i][sample] = Arrays.copyOfRange(task.inputs().get(i), from, from + size);
      }
    }
  }

  @Override
  public float[] predict(int input) {
    float[] outputs = new float[batch * outputSize];
    for (int sample = 0; sample < batch; sample++) {
      float[] output = network.predict(inputs[input][sample]);
      System.arraycopy(output, 0, outputs, sample * outputSize, outputSize);
    }
    return outputs;
  }

  @Override
  public void run(long calls) {
    for (long i = 0; i < calls; i++) {
      for (float[] sample : inputs[next]) {
        network.predict(sample);
      }
      next = (next + 1) % inputs.length;
    }
  }
}
