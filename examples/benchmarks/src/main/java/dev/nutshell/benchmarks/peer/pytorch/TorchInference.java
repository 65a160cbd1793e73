package dev.nutshell.benchmarks.peer.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;

/** Predictions by PyTorch. */
final class TorchInference implements InferenceSide {
  private final InferenceTask task;
  private final NDManager manager = NDManager.newBaseManager(PyTorchPeer.ENGINE);
  private final TorchLayers layers;
  private final NDArray[] inputs;
  private int next;

  TorchInference(InferenceTask task) {
    this.task = task;
    this.layers = new TorchLayers(manager, new TorchWeights(manager, task.weights(), false));
    this.inputs = new NDArray[task.inputs().size()];
    Shape shape = new Shape(task.inputShape().peerShape(task.batch()));
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = manager.create(task.inputShape().toPeer(task.inputs().get(i)), shape);
    }
    // The first call makes the weights, which must not belong to a call.
    try (NDManager call = manager.newSubManager()) {
      inputs[0].tempAttach(call);
      task.architecture().apply(layers, inputs[0]);
    }
  }

  @Override
  public float[] predict(int input) {
    try (NDManager call = manager.newSubManager()) {
      inputs[input].tempAttach(call);
      float[] values = task.architecture().apply(layers, inputs[input]).toFloatArray();
      return task.outputShape().fromPeer(values);
    }
  }

  @Override
  public void run(long calls) {
    for (long i = 0; i < calls; i++) {
      try (NDManager call = manager.newSubManager()) {
        inputs[next].tempAttach(call);
        task.architecture().apply(layers, inputs[next]);
      }
      next = (next + 1) % inputs.length;
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
