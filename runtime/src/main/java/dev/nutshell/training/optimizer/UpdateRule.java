package dev.nutshell.training.optimizer;

import java.util.List;

/**
 * How a parameter follows its gradient: the heart of an {@link Optimizer}.
 *
 * <p>A rule is immutable; what it remembers is in the parameter's slots and its memory. It computes
 * in the precision of the network. Most rules work on each element alone, so that ranges of
 * elements may be updated by different threads.
 */
public interface UpdateRule {

  /** Numbers remembered for each element of a parameter. */
  int slots();

  /**
   * Numbers remembered for a parameter as a whole, besides those for each element.
   *
   * @param shape the parameter's shape
   */
  default int memory(List<Integer> shape) {
    return 0;
  }

  /** Whether an element's step depends on others of its parameter, which is then never divided. */
  default boolean takesWholeParameters() {
    return false;
  }

  /**
   * Updates some elements of a parameter.
   *
   * @param parameter the parameter
   * @param from the first element
   * @param to the element after the last
   * @param iteration how many updates there were with this one: 1 at first, when the slots are 0
   * @param rate the learning rate of this update
   */
  void update(Parameter parameter, int from, int to, long iteration, double rate);
}
