package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architecture;
import dev.nutshell.benchmarks.network.RandomWeights;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.benchmarks.peer.TensorShape;
import dev.nutshell.benchmarks.peer.TrainingBatch;
import dev.nutshell.benchmarks.peer.TrainingRule;
import dev.nutshell.benchmarks.peer.TrainingSide;
import dev.nutshell.benchmarks.peer.TrainingTask;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Adam;
import dev.nutshell.training.optimizer.Convention;
import dev.nutshell.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Training steps of one network.
 *
 * @param id the name on the command line
 * @param title what the table calls it
 * @param batch samples of one step
 * @param classes of each target; inputs that are indices are below it, too
 * @param rule the optimizer
 * @param architecture the network, for the peers
 * @param spec the network, as the generated class says it; asking for it loads that class
 * @param network makes the generated class ready
 * @param bar the ratio that is aimed at
 */
public record TrainingWorkload(
    String id,
    String title,
    int batch,
    int classes,
    TrainingRule rule,
    Architecture architecture,
    Supplier<ModelSpec> spec,
    Binding network,
    Bar bar)
    implements Workload {
  /** PyTorch's defaults; DJL's Adam has the epsilon where Keras has it. */
  private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8, false, Convention.KERAS);

  private static final long SEED = 11;
  private static final int INPUTS = 3;
  private static final int TARGETS = 4;

  /** A training object and its step. */
  public record Trainer(TrainingModel model, Nutshell.Step step) {}

  /** Makes a generated training class ready. */
  @FunctionalInterface
  public interface Binding {

    /** A training object with these options. */
    Trainer bind(TrainingOptions options);
  }

  /**
   * The task, with weights and batches of a fixed seed. Every input meets every target, so that
   * nothing can be learned by heart in thousands of steps: gradients would vanish, and numbers
   * below the normal ones would be measured.
   */
  public TrainingTask task() {
    EntrySpec entry = spec.get().entries().get(0);
    TensorSpec input = entry.inputs().get(0);
    Random random = new Random(SEED);
    List<TrainingBatch> batches = new ArrayList<>();
    int[][] targets = new int[TARGETS][];
    Arrays.setAll(targets, i -> indices(random, batch * entry.targets().get(0).size()));
    for (int i = 0; i < INPUTS; i++) {
      int size = batch * input.size();
      boolean ofIndices = input.element() == Element.INT;
      int[] indices = ofIndices ? indices(random, size) : null;
      float[] reals = ofIndices ? null : reals(random, size);
      for (int[] target : targets) {
        batches.add(
            ofIndices
                ? TrainingBatch.ofIndices(indices, target)
                : TrainingBatch.ofReals(reals, target));
      }
    }
    TensorShape shape = InferenceWorkload.shape(input);
    return new TrainingTask(
        architecture, RandomWeights.of(spec.get()), batch, shape, rule, batches);
  }

  /** The generated class with a task of this workload. */
  public TrainingSide nutshell(TrainingTask task, int threads) {
    Trainer trainer = network.bind(new TrainingOptions(batch, threads, 0));
    trainer.model().restore(task.weights().weights());
    trainer.model().optimizer(optimizer());
    return Nutshell.training(task, trainer.step(), trainer.model());
  }

  private Optimizer optimizer() {
    return switch (rule) {
      case SGD -> Optimizer.sgd(rule.rate());
      case ADAM, ADAM_W -> Optimizer.of(ADAM, rule.rate()).weightDecay(rule.decay());
    };
  }

  private int[] indices(Random random, int count) {
    return random.ints(count, 0, classes).toArray();
  }

  private static float[] reals(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
