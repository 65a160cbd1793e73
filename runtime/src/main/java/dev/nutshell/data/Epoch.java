package dev.nutshell.data;

/**
 * What random changes of samples are a function of, beside the sample itself.
 *
 * @param seed the seed of the training
 * @param number the number of the epoch, from 1; 0 in evaluations, in which nothing is random
 */
public record Epoch(long seed, int number) {

  /** Reading samples as they are. */
  public static final Epoch EVALUATION = new Epoch(0, 0);

  /** Whether samples are read to train on them. */
  public boolean training() {
    return number > 0;
  }
}
