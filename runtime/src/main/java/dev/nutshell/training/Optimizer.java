package dev.nutshell.training;

import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * How parameters are changed by their gradients: an {@link UpdateRule}, a learning rate, and what
 * every rule can have besides. Immutable; what is remembered between steps belongs to the training
 * model.
 *
 * <p>Names, formulas and defaults are those of Keras 3. Weight decay is decoupled from the gradient
 * (Loshchilov and Hutter 2019) for every rule: {@code w -= rate * decay * w} before the update.
 * PyTorch's {@code weight_decay} of SGD, RMSprop and Adam is an L2 regularizer instead, which in
 * Nutshell belongs to the network.
 */
public final class Optimizer {

  private final UpdateRule rule;
  private final LongToDoubleFunction rate;
  private final double weightDecay;
  private final Clipping clipping;

  private Optimizer(
      UpdateRule rule, LongToDoubleFunction rate, double weightDecay, Clipping clipping) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.rate = Objects.requireNonNull(rate, "rate");
    this.weightDecay = weightDecay;
    this.clipping = clipping;
  }

  /** A rule at a constant learning rate, without weight decay or clipping. */
  public static Optimizer of(UpdateRule rule, double rate) {
    Hyperparameters.notNegative("rate", rate);
    return new Optimizer(rule, iteration -> rate, 0, null);
  }

  /** Plain stochastic gradient descent; Keras' default rate is 0.01. */
  public static Optimizer sgd(double rate) {
    return of(new Sgd(0, false), rate);
  }

  /** {@link RmsProp} with Keras' defaults; its default rate is 0.001. */
  public static Optimizer rmsProp(double rate) {
    return of(RmsProp.defaults(), rate);
  }

  /** {@link Adam} with Keras' defaults; its default rate is 0.001. */
  public static Optimizer adam(double rate) {
    return of(Adam.defaults(), rate);
  }

  /** {@link Adam} with Keras' defaults and a weight decay; Keras' default decay is 0.004. */
  public static Optimizer adamW(double rate, double weightDecay) {
    return adam(rate).weightDecay(weightDecay);
  }

  /**
   * This optimizer with a learning rate that changes.
   *
   * @param schedule the rate of each update, by the number of updates before it: 0 at first
   */
  public Optimizer schedule(LongToDoubleFunction schedule) {
    return new Optimizer(rule, schedule, weightDecay, clipping);
  }

  /** This optimizer with another weight decay, not negative. */
  public Optimizer weightDecay(double decay) {
    Hyperparameters.notNegative("decay", decay);
    return new Optimizer(rule, rate, decay, clipping);
  }

  /** This optimizer with clipped gradients. */
  public Optimizer clip(Clipping.Kind kind, double limit) {
    return new Optimizer(rule, rate, weightDecay, new Clipping(kind, limit));
  }

  UpdateRule rule() {
    return rule;
  }

  double rate(long iterationsBefore) {
    return rate.applyAsDouble(iterationsBefore);
  }

  /** How gradients are clipped; null if they are not. */
  Clipping clipping() {
    return clipping;
  }

  /** Decays and updates some elements of a parameter. */
  void update(Parameter parameter, int from, int to, long iteration, double currentRate) {
    if (weightDecay != 0) {
      parameter.values().lessen(from, to, weightDecay * currentRate);
    }
    rule.update(parameter, from, to, iteration, currentRate);
  }
}
