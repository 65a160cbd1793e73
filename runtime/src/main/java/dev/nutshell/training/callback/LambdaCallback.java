package dev.nutshell.training.callback;

import dev.nutshell.training.Callback;
import dev.nutshell.training.EpochResult;
import dev.nutshell.training.FitRun;
import dev.nutshell.training.History;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Callbacks written as lambdas: {@code new LambdaCallback().epochEnd((run, result) -> ...)}.
 * Nothing is called unless set.
 */
public final class LambdaCallback implements Callback {

  private Consumer<FitRun> start = run -> {};
  private Consumer<FitRun> epochStart = run -> {};
  private Consumer<FitRun> batchEnd = run -> {};
  private BiConsumer<FitRun, EpochResult> epochEnd = (run, result) -> {};
  private BiConsumer<FitRun, History> end = (run, history) -> {};

  /** Calls nothing yet. */
  public LambdaCallback() {}

  /** Calls this when the training begins. */
  public LambdaCallback start(Consumer<FitRun> action) {
    start = action;
    return this;
  }

  /** Calls this when an epoch begins. */
  public LambdaCallback epochStart(Consumer<FitRun> action) {
    epochStart = action;
    return this;
  }

  /** Calls this after each step. */
  public LambdaCallback batchEnd(Consumer<FitRun> action) {
    batchEnd = action;
    return this;
  }

  /** Calls this after each epoch. */
  public LambdaCallback epochEnd(BiConsumer<FitRun, EpochResult> action) {
    epochEnd = action;
    return this;
  }

  /** Calls this when the training ends. */
  public LambdaCallback end(BiConsumer<FitRun, History> action) {
    end = action;
    return this;
  }

  @Override
  public void onStart(FitRun run) {
    start.accept(run);
  }

  @Override
  public void onEpochStart(FitRun run) {
    epochStart.accept(run);
  }

  @Override
  public void onBatchEnd(FitRun run) {
    batchEnd.accept(run);
  }

  @Override
  public void onEpochEnd(FitRun run, EpochResult result) {
    epochEnd.accept(run, result);
  }

  @Override
  public void onEnd(FitRun run, History history) {
    end.accept(run, history);
  }
}
