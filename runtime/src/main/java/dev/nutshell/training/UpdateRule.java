package dev.nutshell.training;

/**
 * How a parameter follows its gradient: the heart of an {@link Optimizer}.
 *
 * <p>A rule is immutable and works on each element alone, so that ranges of elements may be updated
 * by different threads; what it remembers is in the parameter's slots. It computes in the precision
 * of the network.
 */
public interface UpdateRule {

  /** Numbers remembered for each element of a parameter. */
  int slots();

  /**
   * Updates some elements of a parameter.
   *
   * @param parameter the parameter
   * @param from the first element
   * @param to the element after the last
   * @param iteration how many updates there were with this one: 1 at first
   * @param rate the learning rate of this update
   */
  void update(Parameter parameter, int from, int to, long iteration, double rate);
}
