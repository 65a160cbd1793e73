package dev.nutshell.benchmarks.peer.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.nutshell.benchmarks.peer.TrainingBatch;
import dev.nutshell.benchmarks.peer.TrainingRule;
import dev.nutshell.benchmarks.peer.TrainingSide;
import dev.nutshell.benchmarks.peer.TrainingTask;
import java.util.IdentityHashMap;
import java.util.Map;

/** Training steps by PyTorch's automatic differentiation and DJL's optimizers. */
final class TorchTraining implements TrainingSide {
  private final TrainingTask task;
  private final Engine engine = Engine.getEngine(PyTorchPeer.ENGINE);
  private final NDManager manager = NDManager.newBaseManager(PyTorchPeer.ENGINE);
  private final TorchWeights weights;
  private final TorchLayers layers;
  private final Optimizer optimizer;

  /** Batches share inputs and targets here, too. */
  private final IdentityHashMap<Object, NDArray> arrays = new IdentityHashMap<>();

  private final NDArray[] inputs;
  private final NDArray[] targets;
  private int next;

  TorchTraining(TrainingTask task) {
    this.task = task;
    this.weights = new TorchWeights(manager, task.weights(), true);
    this.layers = new TorchLayers(manager, weights);
    this.optimizer = optimizer(task.rule());
    this.inputs = new NDArray[task.batches().size()];
    this.targets = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      TrainingBatch batch = task.batches().get(i);
      Object input = batch.isOfIndices() ? batch.indices() : batch.reals();
      inputs[i] = arrays.computeIfAbsent(input, values -> input(batch));
      targets[i] = arrays.computeIfAbsent(batch.targets(), values -> target(batch));
    }
  }

  private NDArray input(TrainingBatch batch) {
    Shape shape = new Shape(task.inputShape().peerShape(task.batch()));
    return batch.isOfIndices()
        ? indices(batch.indices(), shape)
        : manager.create(task.inputShape().toPeer(batch.reals()), shape);
  }

  private NDArray target(TrainingBatch batch) {
    int[] classes = batch.targets();
    long perSample = classes.length / task.batch();
    Shape shape =
        perSample == 1 ? new Shape(task.batch(), 1) : new Shape(task.batch(), perSample, 1);
    return indices(classes, shape);
  }

  private NDArray indices(int[] values, Shape shape) {
    long[] wide = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return manager.create(wide, shape);
  }

  private static Optimizer optimizer(TrainingRule rule) {
    Tracker rate = Tracker.fixed(rule.rate());
    return switch (rule) {
      case SGD -> Optimizer.sgd().setLearningRateTracker(rate).build();
      case ADAM -> Optimizer.adam().optLearningRateTracker(rate).build();
      case ADAM_W ->
          Optimizer.adamW().optLearningRateTracker(rate).optWeightDecays(rule.decay()).build();
    };
  }

  @Override
  public double step(int batch) {
    try (NDManager call = manager.newSubManager()) {
      return forwardBackwardUpdate(call, batch).getFloat();
    }
  }

  @Override
  public void run(long calls) {
    for (long i = 0; i < calls; i++) {
      step(next);
      next = (next + 1) % inputs.length;
    }
  }

  private NDArray forwardBackwardUpdate(NDManager call, int batch) {
    NDArray input = inputs[batch];
    NDArray target = targets[batch];
    input.tempAttach(call);
    NDArray loss;
    try (GradientCollector gradients = engine.newGradientCollector()) {
      NDArray logits = task.architecture().apply(layers, input);
      loss = logits.logSoftmax(-1).gather(target, logits.getShape().dimension() - 1).mean().neg();
      gradients.backward(loss);
    }
    for (Map.Entry<String, NDArray> weight : weights.all().entrySet()) {
      try (NDArray gradient = weight.getValue().getGradient()) {
        optimizer.update(weight.getKey(), weight.getValue(), gradient);
        gradient.subi(gradient);
      }
    }
    return loss;
  }

  @Override
  public void close() {
    manager.close();
  }
}
