package dev.nutshell.training;

import dev.nutshell.data.Dataset;
import dev.nutshell.parallel.WorkerPool;
import dev.nutshell.training.storage.Storage;

/**
 * Computes states from a whole data set, such as the means that a network subtracts from its
 * inputs.
 *
 * <p>A parallel phase goes over all samples, in batches of whole chunks. What earlier phases leave
 * of a sample is not kept, so each batch runs them again before the phase that is due; a data set
 * that is loaded whole does not. What a chunk adds to a sum has a place of its own for each chunk
 * of the data set: neither threads nor capacity change a bit.
 */
final class Adaptation implements AutoCloseable {

  private final TrainingModel model;
  private final Feed feed;
  private final int size;
  private final int chunkSize;
  private final int room;
  private final WorkerPool pool;
  private final WorkerPool.Task task = this::runChunk;

  // The batch and phase at work, for the threads of the pool.
  private int begin;
  private int end;
  private int phase;

  /**
   * Matches the columns of a data set with the inputs.
   *
   * @throws IllegalArgumentException if it is empty, or columns are missing or do not fit
   */
  Adaptation(TrainingModel model, Dataset data, int chunkSize, WorkerPool pool) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("the data set is empty");
    }
    this.model = model;
    this.feed = model.feed(data);
    this.size = data.size();
    this.chunkSize = chunkSize;
    this.room = model.inputs[0].rows() / chunkSize * chunkSize;
    this.pool = pool;
  }

  /**
   * Computes all states.
   *
   * @throws IllegalArgumentException if one of them is no number; they are all as before then
   */
  void run() {
    StateBackup backup = new StateBackup(model);
    backup.save();
    int chunks = chunks(size);
    int phases = model.adaptationPhases();
    model.adaptationRoom(chunks);
    for (int pass = 0; pass < phases; pass++) {
      model.adaptationSerial(pass, size, chunks);
      runParallel(pass);
    }
    model.adaptationSerial(phases, size, chunks);
    try {
      model.adaptedStates().forEach(this::requireNumbers);
    } catch (IllegalArgumentException e) {
      backup.restore();
      throw e;
    }
  }

  private void runParallel(int pass) {
    boolean whole = size <= room;
    feed.beginInOrder();
    for (begin = 0; begin < size; begin += room) {
      end = Math.min(size, begin + room);
      if (!whole || pass == 0) {
        model.load(feed, begin, end - begin);
        model.adaptationBatch(end - begin);
      }
      for (phase = whole ? pass : 0; phase <= pass; phase++) {
        pool.run(task, chunks(end - begin));
      }
    }
  }

  private void runChunk(int chunk) {
    int from = chunk * chunkSize;
    int to = Math.min(end - begin, from + chunkSize);
    model.adaptationParallel(phase, begin / chunkSize + chunk, from, to);
  }

  private int chunks(int samples) {
    return (samples + chunkSize - 1) / chunkSize;
  }

  private void requireNumbers(String path) {
    Storage state = model.variables().get(path);
    for (int i = 0; i < state.size(); i++) {
      if (!Double.isFinite(state.get(i))) {
        throw new IllegalArgumentException(
            "the data adapt "
                + path
                + " to "
                + state.get(i)
                + " at element "
                + i
                + ": values may be missing or out of range; impute can stand before");
      }
    }
  }

  @Override
  public void close() {
    feed.close();
  }

  /** Whether a state has no value yet. */
  static boolean isMissing(TrainingModel model, String path) {
    Storage state = model.variables().get(path);
    for (int i = 0; i < state.size(); i++) {
      if (Double.isNaN(state.get(i))) {
        return true;
      }
    }
    return false;
  }
}
