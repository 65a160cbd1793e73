package dev.nutshell.training.optimizer;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.optimizer.Partition.Piece;
import dev.nutshell.training.storage.Storage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * An optimizer at work on one network: its memory, and its work split over threads. Any number of
 * threads gives the same bits, and an update allocates nothing.
 */
public final class ParameterUpdate {

  private final Optimizer optimizer;
  private final Storage gradients;
  private final Storage[] slots;
  private final Parameter[] parameters;

  /** The sum of the gradients since the last update; null if there is an update for each. */
  private final Storage accumulated;

  private final Averages averages;
  private final ParameterGroup[] groups;
  private final Partition partition;

  /** For each piece the sum of its squared gradients, if they are clipped by a norm. */
  private final double[] squares;

  /** For each piece what its gradients are multiplied by then. */
  private final double[] factors;

  /** For each parameter the learning rate of this update. */
  private final double[] rates;

  private final WorkerPool.Task accumulateTask = this::accumulate;
  private final WorkerPool.Task takeMeanTask = this::takeMean;
  private final WorkerPool.Task squaresTask = this::sumSquares;
  private final WorkerPool.Task updateTask = this::update;
  private long iteration;
  private int steps;
  private double rateFactor = 1;

  /**
   * Allocates all memory.
   *
   * @param optimizer what is to be done
   * @param model the network
   * @param variables its variables
   * @param gradients its gradients, at the offsets of the variables
   */
  public ParameterUpdate(
      Optimizer optimizer, ModelSpec model, Storage variables, Storage gradients) {
    this.optimizer = optimizer;
    this.gradients = gradients;
    groups =
        model.variables().stream()
            .filter(variable -> variable.kind() == VariableSpec.Kind.PARAMETER)
            .map(optimizer::group)
            .toArray(ParameterGroup[]::new);
    slots = new Storage[Arrays.stream(groups).mapToInt(g -> g.rule().slots()).max().orElse(0)];
    Arrays.setAll(slots, i -> Storage.allocate(model.precision(), model.parameterSize()));
    accumulated =
        optimizer.accumulation() == 1
            ? null
            : Storage.allocate(model.precision(), model.parameterSize());
    parameters =
        Parameter.table(
            model,
            variables,
            gradients,
            variable -> optimizer.group(variable).rule().memory(variable.shape()),
            slots);
    averages = new Averages(optimizer.averageMomentum(), variables, parameters, groups);
    partition = new Partition(parameters, groups);
    squares = new double[partition.pieces()];
    factors = new double[partition.pieces()];
    rates = new double[parameters.length];
  }

  /** What is done. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** The averages of the parameters that are kept. */
  public Averages averages() {
    return averages;
  }

  /** What all learning rates are multiplied by: 1 at first. */
  public double rateFactor() {
    return rateFactor;
  }

  /** Multiplies all learning rates from now on by a factor in place of the last one. */
  public void rateFactor(double factor) {
    Hyperparameters.notNegative("factor", factor);
    rateFactor = factor;
  }

  /** The rate of the next update, of parameters that are in no group. */
  public double rate() {
    return optimizer.rate(iteration) * rateFactor;
  }

  /**
   * One update of all parameters by the gradients of now, or their accumulation.
   *
   * @return whether parameters were changed
   * @throws IllegalStateException if averages are in the place of the parameters
   */
  public boolean run(WorkerPool pool) {
    averages.requireParameters();
    int portions = partition.portions();
    if (accumulated != null) {
      pool.run(accumulateTask, portions);
      steps++;
      if (steps < optimizer.accumulation()) {
        return false;
      }
      pool.run(takeMeanTask, portions);
      steps = 0;
    }
    for (int i = 0; i < rates.length; i++) {
      // Neighbours often have one schedule, which is asked once.
      rates[i] =
          i > 0 && groups[i].schedule() == groups[i - 1].schedule()
              ? rates[i - 1]
              : groups[i].schedule().applyAsDouble(iteration) * rateFactor;
    }
    iteration++;
    Clipping clipping = optimizer.clipping();
    if (clipping != null && clipping.kind() != Clipping.Kind.VALUE) {
      pool.run(squaresTask, portions);
      setFactors(clipping);
    }
    pool.run(updateTask, portions);
    return true;
  }

  private void accumulate(int portion) {
    for (int i = partition.begin(portion); i < partition.end(portion); i++) {
      Piece piece = partition.piece(i);
      accumulated.add(gradients, piece.begin(), piece.end());
    }
  }

  private void takeMean(int portion) {
    double share = 1.0 / optimizer.accumulation();
    for (int i = partition.begin(portion); i < partition.end(portion); i++) {
      Piece piece = partition.piece(i);
      gradients.fill(piece.begin(), piece.end(), 0);
      gradients.addScaled(accumulated, piece.begin(), piece.end(), share);
      accumulated.fill(piece.begin(), piece.end(), 0);
    }
  }

  private void sumSquares(int portion) {
    for (int i = partition.begin(portion); i < partition.end(portion); i++) {
      Piece piece = partition.piece(i);
      squares[i] = gradients.sumOfSquares(piece.begin(), piece.end());
    }
  }

  /** The factors of all pieces, or of those of each parameter, by the norm of them together. */
  private void setFactors(Clipping clipping) {
    boolean global = clipping.kind() == Clipping.Kind.GLOBAL_NORM;
    int first = 0;
    double sum = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += squares[i];
      boolean last = i + 1 == squares.length;
      if (last || !global && partition.piece(i + 1).index() != partition.piece(i).index()) {
        Arrays.fill(factors, first, i + 1, clipping.factor(Math.sqrt(sum)));
        first = i + 1;
        sum = 0;
      }
    }
  }

  private void update(int portion) {
    Clipping clipping = optimizer.clipping();
    for (int i = partition.begin(portion); i < partition.end(portion); i++) {
      Piece piece = partition.piece(i);
      if (clipping != null) {
        clipping.apply(gradients, piece.begin(), piece.end(), factors[i]);
      }
      double rate = rates[piece.index()];
      piece.group().update(piece.parameter(), piece.from(), piece.to(), iteration, rate);
    }
  }

  /** Moves the averages, after an update and what constrains the parameters. */
  public void average() {
    averages.follow(iteration);
  }

  /** Writes all that later updates depend on, besides the parameters themselves. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(iteration);
    out.writeInt(steps);
    out.writeDouble(rateFactor);
    for (Storage slot : slots) {
      slot.write(out);
    }
    for (Parameter parameter : parameters) {
      parameter.memory().write(out);
    }
    if (accumulated != null) {
      accumulated.write(out);
    }
    averages.write(out);
  }

  /** Reads what {@link #write} wrote with the same optimizer and network. */
  public void read(DataInput in) throws IOException {
    iteration = in.readLong();
    steps = in.readInt();
    rateFactor = in.readDouble();
    for (Storage slot : slots) {
      slot.read(in);
    }
    for (Parameter parameter : parameters) {
      parameter.memory().read(in);
    }
    if (accumulated != null) {
      accumulated.read(in);
    }
    averages.read(in);
  }
}
