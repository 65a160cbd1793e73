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
import dev.nutshell.training.Adam;
import dev.nutshell.training.Optimizer;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.TrainingOptions;
import java.util.Random;

/**
 * Training steps of one network.
 *
 * @param id the name on the command line
 * @param title what the table calls it
 * @param batch samples of one step
 * @param classes of each target; inputs that are indices are below it, too
 * @param rule the optimizer
 * @param architecture the network, for the peers
 * @param spec the network, as the generated class says it
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
    ModelSpec spec,
    Binding network,
    Bar bar)
    implements Workload {
  private static final long SEED = 11;
  private static final int BATCHES = 4;

  /** A training object and its step. */
  public record Trainer(TrainingModel model, Nutshell.Step step) {}

  /** Makes a generated training class ready. */
  @FunctionalInterface
  public interface Binding {

    /** A training object with these options. */
    Trainer bind(TrainingOptions options);
  }

  /** The task, with weights and batches of a fixed seed. */
  public TrainingTask task() {
    EntrySpec entry = spec.entries().get(0);
    TensorSpec input = entry.inputs().get(0);
    TrainingBatch[] batches = new TrainingBatch[BATCHES];
    Random random = new Random(SEED);
    for (int i = 0; i < BATCHES; i++) {
      int[] targets = indices(random, batch * entry.targets().get(0).size());
      batches[i] =
          input.element() == Element.INT
              ? new TrainingBatch(null, indices(random, batch * input.size()), targets)
              : new TrainingBatch(reals(random, batch * input.size()), null, targets);
    }
    TensorShape shape = InferenceWorkload.shape(input);
    return new TrainingTask(architecture, RandomWeights.of(spec), batch, shape, rule, batches);
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
      case ADAM, ADAM_W -> Optimizer.of(Adam.pytorch(), rule.rate()).weightDecay(rule.decay());
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
