package dev.nutshell.training;

/** Is told how a training goes on, and may stop it by {@link FitRun#stop()}. */
public interface Callback {

  /** Training begins. */
  default void onStart(FitRun run) {}

  /** A step was done. */
  default void onBatchEnd(FitRun run) {}

  /** An epoch was done, validation included. */
  default void onEpochEnd(FitRun run, EpochResult result) {}

  /** Training ends, because all epochs were done or a callback stopped it. */
  default void onEnd(FitRun run, History history) {}
}
