package dev.nutshell.training;

import dev.nutshell.data.Column;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;

/** Work in progress: see the signatures. */
public abstract class TrainingModel implements AutoCloseable {

  /** All variables: parameters, then states. */
  protected final Storage variables;

  /** Gradients of the parameters, at the offsets of the parameters. */
  protected final Storage gradients;

  /** A column of capacity rows for each input, then each target. */
  protected final Column[] inputs;

  /** The number of each row's sample in the epoch, for random numbers. */
  protected final int[] samples;

  /** For each loss, then each metric: the sum of value times weight, and the sum of weights. */
  protected final double[] sums;

  /** The sum of all regularizers; set by generated code. */
  protected double penalty;

  /** What random numbers are drawn from. */
  protected final long seed;

  /** Steps done; changes from step to step. */
  protected long step;

  private final EntrySpec entry;

  protected TrainingModel(ModelSpec spec, String entry, TrainingOptions options, int chunkSize) {
    this.entry = spec.entry(entry);
    variables = Storage.allocate(spec.precision(), spec.size());
    gradients = Storage.allocate(spec.precision(), spec.parameterSize());
    inputs = new Column[this.entry.inputs().size() + this.entry.targets().size()];
    samples = new int[options.capacity()];
    sums = new double[2 * (this.entry.losses().size() + this.entry.metrics().size())];
    seed = options.seed();
  }

  protected abstract int phases(boolean training);

  protected abstract void serial(boolean training, int phase, int n, int chunks);

  protected abstract void parallel(boolean training, int phase, int chunk, int from, int to);

  protected abstract void constrain();
}
