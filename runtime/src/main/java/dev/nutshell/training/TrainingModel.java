package dev.nutshell.training;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.Checks;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.inference.Weights;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.initializer.Initializer;
import dev.nutshell.training.initializer.RandomStream;
import dev.nutshell.training.optimizer.Optimizer;
import dev.nutshell.training.optimizer.ParameterUpdate;
import dev.nutshell.training.storage.Storage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network in training: variables, gradients and batches, and the steps over them.
 *
 * <p>A generated training class extends it and computes; this class holds the arrays, the threads
 * and the optimizer. A computation is a row of phases. A phase is first run serially, then in
 * parallel over chunks of samples; after the last phase there is one more serial part:
 *
 * <pre>{@code
 * for phase in 0 .. phases - 1
 *   serial(phase);  for each chunk, on any thread: parallel(phase, chunk)
 * serial(phases)
 * }</pre>
 *
 * <p>The chunks are fixed by the network alone. What a chunk contributes to a sum over the batch it
 * writes to a place of its own, and a later serial part adds the places in order: so any number of
 * threads gives the same bits.
 *
 * <p>A training object is used by one thread at a time. A step allocates nothing.
 */
public abstract class TrainingModel implements AutoCloseable {
  /**
   * All variables, parameters then states, at the offsets of the {@link ModelSpec} from {@link
   * Storage#offset()} on.
   */
  protected final Storage variables;

  /**
   * The gradients of the parameters, at the parameters' offsets. They keep the last step's numbers
   * until generated code sets them: it is never handed zeros.
   */
  protected final Storage gradients;

  /**
   * For each input, then each target, a column of capacity rows; of a whole chunk's where states
   * are adapted.
   */
  protected final Column[] inputs;

  /** The index of each row's sample in the epoch, which random numbers are drawn by. */
  protected final int[] samples;

  /**
   * For each loss two numbers, the sum of value times weight and the sum of the weights; then for
   * each metric the sums over the batch that it stands on. Generated code sets them.
   */
  protected final double[] sums;

  /** The sum of all regularizers. Generated code sets it. */
  protected double penalty;

  /** What random numbers are drawn from. */
  protected final long seed;

  /** The number of training steps done, which random numbers are drawn by. */
  protected long step;

  private final ModelSpec spec;
  private final EntrySpec entry;
  private final int capacity;
  private final int chunkSize;
  private final WorkerPool pool;
  private final Measures measures;
  private final WorkerPool.Task chunkTask = this::runChunk;

  /** Whether states were found to have values: they keep them until they are drawn anew. */
  private boolean adapted;

  private final Map<String, Storage> variablesByPath;
  private final Map<String, Storage> gradientsByPath;
  private GradientParts gradientParts;
  private ParameterUpdate update;
  private Feed feed;
  private FitRun lastRun;
  private boolean closed;

  // The phase at work, for the threads of the pool.
  private boolean training;
  private int phase;
  private int rows;

  /**
   * Allocates everything and draws the initial values.
   *
   * @param spec the network
   * @param entry the entry point that is trained
   * @param options capacity, threads and seed
   * @param chunkSize samples that one thread takes at a time, at least 1
   * @param sumCount the sums of losses and metrics
   * @throws IllegalArgumentException if an input or target of that many samples is more than an
   *     array holds
   */
  @SuppressWarnings("this-escape") // Measures keeps it for later.
  protected TrainingModel(
      ModelSpec spec, String entry, TrainingOptions options, int chunkSize, int sumCount) {
    this.spec = spec;
    this.entry = spec.entry(entry);
    this.capacity = options.capacity();
    this.chunkSize = chunkSize;
    this.seed = options.seed();
    Feed.checkCapacity(this.entry, capacity);
    this.variables = Storage.allocate(spec.precision(), spec.size());
    this.gradients = Storage.allocate(spec.precision(), spec.parameterSize());
    this.variablesByPath = byPath(spec, variables, spec.size());
    this.gradientsByPath = byPath(spec, gradients, spec.parameterSize());
    boolean adapts = spec.variables().stream().anyMatch(VariableSpec::isAdapted);
    int rowsOfInputs = adapts ? Math.max(capacity, chunkSize) : capacity;
    this.inputs = Feed.columns(spec, this.entry, rowsOfInputs);
    this.samples = new int[rowsOfInputs];
    this.sums = new double[sumCount];
    this.measures = new Measures(this, this.entry);
    this.update = new ParameterUpdate(Optimizer.adam(0.001), spec, variables, gradients);
    this.pool = new WorkerPool(options.threads());
    initialize();
  }

  private static Map<String, Storage> byPath(ModelSpec spec, Storage storage, int end) {
    Map<String, Storage> slices = new LinkedHashMap<>();
    for (VariableSpec variable : spec.variables()) {
      if (variable.offset() < end) {
        slices.put(variable.path(), storage.slice(variable.offset(), variable.size()));
      }
    }
    return Collections.unmodifiableMap(slices);
  }

  /** The number of parallel phases, of a training step or of an evaluation. */
  protected abstract int phases(boolean training);

  /**
   * The serial part before a parallel phase, or after the last one.
   *
   * <p>Phase 0 checks the integers that serve as indices, and throws before anything is changed.
   *
   * @param training whether this is a training step, and not an evaluation
   * @param phase 0 to phases
   * @param n the samples of the batch
   * @param chunks the chunks they are divided into
   */
  protected abstract void serial(boolean training, int phase, int n, int chunks);

  /**
   * One chunk of a parallel phase; called from any thread.
   *
   * @param training whether this is a training step
   * @param phase 0 to phases - 1
   * @param chunk the number of the chunk
   * @param from its first row
   * @param to the row after its last
   */
  protected abstract void parallel(boolean training, int phase, int chunk, int from, int to);

  /**
   * The paths of the states that are computed from a data set before training; none unless
   * generated code says so. Then it has the methods of an adaptation, too.
   */
  protected List<String> adaptedStates() {
    return List.of();
  }

  /** The number of parallel phases of an adaptation. */
  protected int adaptationPhases() {
    return 0;
  }

  /** Makes room for what so many chunks of samples leave in an adaptation. */
  protected void adaptationRoom(int chunks) {}

  /** Prepares the samples in the first rows, after they were loaded for an adaptation. */
  protected void adaptationBatch(int n) {}

  /** As {@link #serial}, of an adaptation: samples and chunks are those of the whole data set. */
  protected void adaptationSerial(int phase, int n, int chunks) {}

  /** As {@link #parallel}, of an adaptation: the chunk is one of the whole data set. */
  protected void adaptationParallel(int phase, int chunk, int from, int to) {}

  /** Puts the parameters back within their constraints, after an update. */
  protected abstract void constrain();

  /**
   * Computes the metrics; without metrics there is nothing to do.
   *
   * @param training whether the batches were trained on, and not evaluated
   * @param totals {@link #sums}, added up over batches
   * @param results to be set to the metrics, one after the other, arrays row by row
   */
  protected void finishMetrics(boolean training, double[] totals, double[] results) {}

  final Measures measures() {
    return measures;
  }

  /**
   * For each chunk of a batch the array in which it leaves what it adds to the gradients, where
   * these lie in theirs; that of chunk 0 is the array of {@link #gradients}. Allocated by the first
   * call, for generated code to keep.
   */
  protected final float[][] floatsOfChunks() {
    return gradientParts().floats();
  }

  /** As {@link #floatsOfChunks}, in double precision. */
  protected final double[][] doublesOfChunks() {
    return gradientParts().doubles();
  }

  private GradientParts gradientParts() {
    if (gradientParts == null) {
      gradientParts = new GradientParts(gradients, chunks(capacity));
    }
    return gradientParts;
  }

  /**
   * Adds up in {@link #gradients} what the chunks have left of some elements, in their order.
   *
   * @param chunks how many chunks
   * @param from the index of the first element in the arrays
   * @param size how many elements
   */
  protected final void joinGradients(int chunks, int from, int size) {
    gradientParts.join(pool, chunks, from, size);
  }

  /** The network. */
  public final ModelSpec spec() {
    return spec;
  }

  /** The entry point that is trained. */
  public final EntrySpec entry() {
    return entry;
  }

  /** The most samples of one step. */
  public final int capacity() {
    return capacity;
  }

  /** The number of training steps done. */
  public final long steps() {
    return step;
  }

  /** Every variable by its path; writing to one changes the network. */
  public final Map<String, Storage> variables() {
    return variablesByPath;
  }

  /** The gradient of every parameter by its path, as the last step left it. */
  public final Map<String, Storage> gradients() {
    return gradientsByPath;
  }

  /**
   * Sets the optimizer, which begins anew; without one it is Adam at a rate of 0.001.
   *
   * @return this
   */
  public final TrainingModel optimizer(Optimizer optimizer) {
    update = new ParameterUpdate(optimizer, spec, variables, gradients);
    return this;
  }

  /** The optimizer at work: its rates, and the averages it may keep of the parameters. */
  public final ParameterUpdate optimization() {
    return update;
  }

  /** Draws all variables from the seed, and begins the optimizer and the count of steps anew. */
  public final void initialize() {
    for (VariableSpec variable : spec.variables()) {
      Initializer.parse(variable.initializer(), variable.shape())
          .fill(
              variablesByPath.get(variable.path()),
              RandomStream.named(seed, RandomStream.INITIAL_VALUES, variable.path()));
    }
    step = 0;
    adapted = false;
    optimizer(update.optimizer());
  }

  /**
   * Copies a sample of a data set into a row of the inputs and targets.
   *
   * @param slot the row, below the capacity
   * @param data a data set with a column for every input and target
   * @param sample the sample
   * @throws IllegalArgumentException if columns are missing or do not fit
   */
  public final void load(int slot, Dataset data, int sample) {
    if (feed == null || feed.data() != data) {
      closeFeed();
      feed = feed(data);
    }
    feed.readSingle(sample, slot);
    samples[slot] = sample;
  }

  private void closeFeed() {
    if (feed != null) {
      feed.close();
    }
  }

  final Feed feed(Dataset data) {
    checkOpen();
    return new Feed(data, entry, inputs);
  }

  /**
   * Reads the next samples of a pass into the first rows.
   *
   * @param first the index of the first of them in the epoch
   */
  final void load(Feed source, int first, int n) {
    source.read(n);
    for (int slot = 0; slot < n; slot++) {
      samples[slot] = first + slot;
    }
  }

  /**
   * One training step on the samples in the first rows of the inputs.
   *
   * @param n how many, 1 to the capacity
   * @return the loss before the update: the sum of losses and regularizers
   * @throws IllegalArgumentException if n or an index among the inputs is out of range; nothing is
   *     changed then
   */
  public final double step(int n) {
    double loss = backward(n);
    update();
    return loss;
  }

  /**
   * The first half of a step: the loss and its gradients. States move on, parameters do not.
   *
   * @param n how many samples, 1 to the capacity
   * @return the loss
   */
  public final double backward(int n) {
    return compute(true, n);
  }

  /**
   * The second half of a step: changes the parameters by the gradients of now.
   *
   * @throws IllegalStateException if averages are in the place of the parameters
   */
  public final void update() {
    if (update.run(pool)) {
      constrain();
      update.average();
    }
    step++;
  }

  /**
   * Losses and metrics of the samples in the first rows, as in use and not as in training; changes
   * nothing.
   *
   * @param n how many, 1 to the capacity
   * @return the loss
   */
  public final double evaluate(int n) {
    return compute(false, n);
  }

  /**
   * Losses and metrics over a whole data set. What a pipeline changes at random is left as it is,
   * noise too: who evaluates with noise puts it into the data.
   *
   * @throws IllegalArgumentException if it is empty, or columns are missing or do not fit
   */
  public final Evaluation evaluate(Dataset data) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("the data set is empty");
    }
    RunningSums totals = new RunningSums(this, false);
    try (Feed source = feed(data)) {
      source.beginInOrder();
      for (int from = 0; from < data.size(); from += capacity) {
        int n = Math.min(capacity, data.size() - from);
        load(source, from, n);
        evaluate(n);
        addTo(totals, n);
      }
    }
    return totals.evaluation();
  }

  /**
   * Computes anew all states that are adapted to data, from a whole data set: the statistics of
   * layers that prepare inputs. The order of the samples counts only for rounding. A network
   * without such states is left as it is.
   *
   * @throws IllegalArgumentException if the data set is empty, columns are missing or do not fit,
   *     or a state would be no number; nothing is changed then
   */
  public final void adapt(Dataset data) {
    if (!adaptedStates().isEmpty()) {
      try (Adaptation adaptation = new Adaptation(this, data, chunkSize, pool)) {
        adaptation.run();
      }
    }
    adapted = true;
  }

  /** Whether every state that is adapted to data has a value. */
  public final boolean isAdapted() {
    if (!adapted) {
      adapted = adaptedStates().stream().noneMatch(path -> Adaptation.isMissing(this, path));
    }
    return adapted;
  }

  /**
   * Trains on a data set; see {@link FitOptions}. States that are adapted to data and have no value
   * yet are adapted to the samples trained on first; those that have one keep it.
   */
  public final History fit(Dataset data, FitOptions options) {
    lastRun = new FitRun(this, data, options);
    return lastRun.run();
  }

  /**
   * Writes what the last {@link #fit} achieved as one HTML file: curves, confusion matrices, the
   * validation samples with the greatest losses, weights and gradients, the network and its
   * picture. It takes the artifact nutshell-report.
   *
   * @param labels names of the classes; without any they are numbered
   * @throws IllegalStateException if there was no {@code fit}, or nutshell-report is not there
   * @throws IOException if the file cannot be written
   */
  public final void report(Path file, String... labels) throws IOException {
    checkOpen();
    if (lastRun == null) {
      throw new IllegalStateException("nothing to report on: call fit first");
    }
    ReportWriter.of(getClass()).write(lastRun, file, labels);
  }

  /**
   * The loss or metric of a name in the last batch.
   *
   * @throws IllegalArgumentException if the entry point has none of that name, or it is an array
   */
  public final double measure(String name) {
    return measures.value(name, training, sums);
  }

  /**
   * A copy of all variables, for the inference class.
   *
   * @throws IllegalArgumentException if a state has not been adapted to data
   */
  public final Weights weights() {
    return variables.weights(spec);
  }

  /**
   * Saves all variables in a safetensors file. A crash leaves the file that was there before whole.
   *
   * @throws IllegalArgumentException if a state has not been adapted to data
   */
  public final void save(Path file) throws IOException {
    WeightsWriter.write(weights(), file);
  }

  /**
   * Takes over the variables of a weight file.
   *
   * @throws IOException if it cannot be read, was damaged, or is of another network
   */
  public final void restore(Path file) throws IOException {
    restore(Weights.load(file, spec));
  }

  /**
   * Takes over variables.
   *
   * @throws IllegalArgumentException if they are of another network
   */
  public final void restore(Weights weights) {
    Objects.requireNonNull(weights, "weights");
    if (!weights.spec().fingerprint().equals(spec.fingerprint())) {
      throw new IllegalArgumentException("weights of " + weights.spec() + " do not fit " + spec);
    }
    for (int i = 0; i < variables.size(); i++) {
      variables.set(i, weights.get(i));
    }
  }

  /** Ends the threads; the object computes no more, but its variables can be read and saved. */
  @Override
  public final void close() {
    closed = true;
    closeFeed();
    feed = null;
    lastRun = null;
    pool.close();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the training is closed");
    }
  }

  final long seed() {
    return seed;
  }

  /** Writes all that later steps depend on. */
  final void writeState(DataOutput out) throws IOException {
    out.writeLong(step);
    variables.write(out);
    update.write(out);
  }

  /** Reads what {@link #writeState} wrote of the same network with the same optimizer. */
  final void readState(DataInput in) throws IOException {
    step = in.readLong();
    variables.read(in);
    update.read(in);
  }

  final void addTo(RunningSums totals, int n) {
    totals.add(sums, penalty, n);
  }

  private double compute(boolean forTraining, int n) {
    checkOpen();
    Checks.batch(n, capacity);
    if (!isAdapted()) {
      throw new IllegalStateException(
          "states have not been adapted to data: call adapt(data) first, or fit");
    }
    int chunks = chunks(n);
    int phases = phases(forTraining);
    training = forTraining;
    rows = n;
    for (int p = 0; p < phases; p++) {
      serial(forTraining, p, n, chunks);
      phase = p;
      pool.run(chunkTask, chunks);
    }
    serial(forTraining, phases, n, chunks);
    return measures.loss(sums, penalty);
  }

  private int chunks(int samples) {
    return (samples + chunkSize - 1) / chunkSize;
  }

  private void runChunk(int chunk) {
    int from = chunk * chunkSize;
    parallel(training, phase, chunk, from, Math.min(rows, from + chunkSize));
  }
}
