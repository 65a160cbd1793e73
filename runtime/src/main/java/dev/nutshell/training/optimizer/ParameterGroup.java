package dev.nutshell.training.optimizer;

import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * How some parameters of a network are updated: one of the groups of an {@link Optimizer}.
 * Immutable: each method gives a changed group.
 *
 * @param rule how they follow their gradients
 * @param schedule the learning rate of each update, by the number of updates before it: 0 at first
 * @param weightDecay decoupled from the gradient: {@code w -= rate * weightDecay * w} before the
 *     update
 * @param l2 added to the clipped gradient: {@code g += l2 * w}, PyTorch's {@code weight_decay} of
 *     the optimizers whose name does not end in W
 */
public record ParameterGroup(
    UpdateRule rule, LongToDoubleFunction schedule, double weightDecay, double l2) {

  /** Checks the numbers. */
  public ParameterGroup {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(schedule, "schedule");
    Hyperparameters.notNegative("decay", weightDecay);
    Hyperparameters.notNegative("l2", l2);
  }

  /** This group with another rule. */
  public ParameterGroup rule(UpdateRule other) {
    return new ParameterGroup(other, schedule, weightDecay, l2);
  }

  /** This group with a learning rate that changes. */
  public ParameterGroup schedule(LongToDoubleFunction other) {
    return new ParameterGroup(rule, other, weightDecay, l2);
  }

  /** This group with a constant learning rate; 0 freezes its parameters. */
  public ParameterGroup rate(double rate) {
    Hyperparameters.notNegative("rate", rate);
    return schedule(iteration -> rate);
  }

  /** This group with the learning rate times a factor. */
  public ParameterGroup scaleRate(double factor) {
    Hyperparameters.notNegative("factor", factor);
    return schedule(iteration -> factor * schedule.applyAsDouble(iteration));
  }

  /** This group with another weight decay. */
  public ParameterGroup weightDecay(double decay) {
    return new ParameterGroup(rule, schedule, decay, l2);
  }

  /** This group with another multiple of the values in the gradient. */
  public ParameterGroup l2(double strength) {
    return new ParameterGroup(rule, schedule, weightDecay, strength);
  }

  /** Updates some elements of a parameter of this group, its gradient clipped already. */
  void update(Parameter parameter, int from, int to, long iteration, double rate) {
    if (l2 != 0) {
      parameter.gradient().addScaled(parameter.values(), from, to, l2);
    }
    if (weightDecay != 0) {
      parameter.values().lessen(from, to, weightDecay * rate);
    }
    rule.update(parameter, from, to, iteration, rate);
  }
}
