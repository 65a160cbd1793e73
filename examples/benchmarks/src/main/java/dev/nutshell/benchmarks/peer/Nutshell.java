package dev.nutshell.benchmarks.peer;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The generated classes themselves, as sides. */
public final class Nutshell {

  /** A generated {@code predict}, bound to a network and a session. */
  @FunctionalInterface
  public interface Prediction {

    /** Predicts n samples, from an offset of an array into another array from its begin. */
    void predict(int n, float[] inputs, int offset, float[] outputs);
  }

  /**
   * A generated inference class with its weights, which any number of threads may share.
   *
   * @param warmUp returns when predictions are as fast as they become
   * @param sessions a prediction with a session of its own, for one thread and so many samples
   */
  public record Network(Runnable warmUp, IntFunction<Prediction> sessions) {

    /** A prediction with a session of its own, for one thread and so many samples. */
    public Prediction session(int capacity) {
      return sessions.apply(capacity);
    }
  }

  /** A generated {@code step}, bound to a training object. */
  @FunctionalInterface
  public interface Step {

    /** One step on n samples. */
    double step(int n, TrainingBatch batch);
  }

  private Nutshell() {}

  /** Predictions of a task. */
  public static InferenceSide inference(InferenceTask task, Prediction prediction) {
    return new Inference(task, prediction);
  }

  /** Training steps of a task, on an object that already holds weights and optimizer. */
  public static TrainingSide training(TrainingTask task, Step step, AutoCloseable training) {
    return new Training(task, step, training);
  }

  private static final class Inference implements InferenceSide {
    private final Prediction prediction;
    private final int batch;
    private final int inputSize;
    private final int inputCount;
    private final float[] inputs;
    private final float[] outputs;
    private int next;

    Inference(InferenceTask task, Prediction prediction) {
      this.prediction = prediction;
      this.batch = task.batch();
      this.inputSize = batch * task.inputShape().size();
      this.inputCount = task.inputs().size();
      this.inputs = new float[inputCount * inputSize];
      for (int i = 0; i < inputCount; i++) {
        System.arraycopy(task.inputs().get(i), 0, inputs, i * inputSize, inputSize);
      }
      this.outputs = new float[batch * task.outputShape().size()];
    }

    @Override
    public float[] predict(int input) {
      prediction.predict(batch, inputs, input * inputSize, outputs);
      return Arrays.copyOf(outputs, outputs.length);
    }

    @Override
    public void run(long calls) {
      int input = next;
      for (long call = 0; call < calls; call++) {
        prediction.predict(batch, inputs, input * inputSize, outputs);
        input = input + 1 == inputCount ? 0 : input + 1;
      }
      next = input;
    }
  }

  private static final class Training implements TrainingSide {
    private final TrainingTask task;
    private final Step step;
    private final AutoCloseable training;
    private int next;

    Training(TrainingTask task, Step step, AutoCloseable training) {
      this.task = task;
      this.step = step;
      this.training = training;
    }

    @Override
    public double step(int batch) {
      return step.step(task.batch(), task.batches().get(batch));
    }

    @Override
    public void run(long calls) {
      for (long call = 0; call < calls; call++) {
        step(next);
        next = (next + 1) % task.batches().size();
      }
    }

    @Override
    public void close() {
      try {
        training.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
