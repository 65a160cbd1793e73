package dev.nutshell.training.optimizer;

import dev.nutshell.inference.VariableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How parameters are changed by their gradients: an {@link UpdateRule}, a learning rate, and what
 * every rule can have besides. Immutable: each method gives a changed optimizer. What is remembered
 * between steps belongs to the training model.
 *
 * <p>Names, formulas and defaults are those of Keras 3. Weight decay is decoupled from the gradient
 * (Loshchilov and Hutter 2019) for every rule. PyTorch's {@code weight_decay} of SGD, RMSprop and
 * Adam is {@link #l2} instead.
 *
 * <pre>{@code
 * Optimizer.adamW(1e-3, 0.01)
 *     .schedule(Schedules.cosine(1e-3, 10_000).warmup(500))
 *     .group(Optimizer::isBiasOrNorm, group -> group.weightDecay(0))
 *     .clip(Clipping.Kind.GLOBAL_NORM, 1)
 * }</pre>
 */
public final class Optimizer {

  private static final double MUON_WEIGHT_DECAY = 0.004;

  private final ParameterGroup common;
  private final List<Selection> selections;
  private final Clipping clipping;
  private final int accumulation;
  private final double averageMomentum;

  private Optimizer(
      ParameterGroup common,
      List<Selection> selections,
      Clipping clipping,
      int accumulation,
      double averageMomentum) {
    this.common = common;
    this.selections = selections;
    this.clipping = clipping;
    this.accumulation = accumulation;
    this.averageMomentum = averageMomentum;
  }

  /** Some parameters, and how their group differs from that of all. */
  private record Selection(
      Predicate<VariableSpec> parameters, UnaryOperator<ParameterGroup> change) {}

  /** A rule at a constant learning rate, and nothing besides. */
  public static Optimizer of(UpdateRule rule, double rate) {
    Hyperparameters.notNegative("rate", rate);
    return new Optimizer(new ParameterGroup(rule, iteration -> rate, 0, 0), List.of(), null, 1, 0);
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
   * {@link Muon} for matrices, and {@link Adam} for other parameters and for those with {@code
   * embedding} in their path, with Keras' defaults: the same rate for both, a weight decay of
   * 0.004. The last layer of a network is better left to Adam as well.
   */
  public static Optimizer muon(double rate) {
    return adamW(rate, MUON_WEIGHT_DECAY)
        .group(
            parameter -> parameter.shape().size() == 2 && !parameter.path().contains("embedding"),
            group -> group.rule(Muon.defaults()));
  }

  /** Whether a parameter has less than two axes, as biases and the scales of norms have. */
  public static boolean isBiasOrNorm(VariableSpec parameter) {
    return parameter.shape().size() < 2;
  }

  /**
   * This optimizer with a learning rate that changes.
   *
   * @param schedule the rate of each update, by the number of updates before it: 0 at first
   */
  public Optimizer schedule(LongToDoubleFunction schedule) {
    return common(common.schedule(schedule));
  }

  /** This optimizer with another weight decay, not negative. */
  public Optimizer weightDecay(double decay) {
    return common(common.weightDecay(decay));
  }

  /** This optimizer with so much of the values added to the gradient, not negative. */
  public Optimizer l2(double strength) {
    return common(common.l2(strength));
  }

  private Optimizer common(ParameterGroup changed) {
    return new Optimizer(changed, selections, clipping, accumulation, averageMomentum);
  }

  /**
   * This optimizer with a group of parameters that are updated in another way. A parameter may be
   * in several groups, whose changes are made in their order.
   *
   * @param parameters which they are, by path and shape
   * @param change what is different from all others
   */
  public Optimizer group(Predicate<VariableSpec> parameters, UnaryOperator<ParameterGroup> change) {
    List<Selection> extended = new ArrayList<>(selections);
    extended.add(new Selection(parameters, change));
    return new Optimizer(common, List.copyOf(extended), clipping, accumulation, averageMomentum);
  }

  /** This optimizer with clipped gradients, as by Keras. */
  public Optimizer clip(Clipping.Kind kind, double limit) {
    return clip(new Clipping(kind, limit, 0));
  }

  /** This optimizer with clipped gradients. */
  public Optimizer clip(Clipping limits) {
    return new Optimizer(common, selections, limits, accumulation, averageMomentum);
  }

  /** This optimizer with an update for every so many steps, by the mean of their gradients. */
  public Optimizer accumulate(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps: 1 or more expected, " + steps + " found");
    }
    return new Optimizer(common, selections, clipping, steps, averageMomentum);
  }

  /**
   * This optimizer with an exponential moving average of the parameters, which follows them from
   * the first update on: {@code a = momentum * a + (1 - momentum) * w}. For use exchange the
   * averages.
   *
   * @param momentum how much of it is kept, from 0 to below 1; Keras' default is 0.99
   */
  public Optimizer average(double momentum) {
    Hyperparameters.fraction("momentum", momentum);
    return new Optimizer(common, selections, clipping, accumulation, momentum);
  }

  /** How a parameter is updated. */
  ParameterGroup group(VariableSpec parameter) {
    ParameterGroup group = common;
    for (Selection selection : selections) {
      if (selection.parameters.test(parameter)) {
        group = selection.change.apply(group);
      }
    }
    return group;
  }

  /** The learning rate of the parameters that are in no group. */
  double rate(long iterationsBefore) {
    return common.schedule().applyAsDouble(iterationsBefore);
  }

  /** How gradients are clipped; null if they are not. */
  Clipping clipping() {
    return clipping;
  }

  /** The steps of an update. */
  int accumulation() {
    return accumulation;
  }

  /** The momentum of the parameters' average; 0 if none is kept. */
  double averageMomentum() {
    return averageMomentum;
  }

  /** The rule and what is set besides it; schedules and groups have no text. */
  @Override
  public String toString() {
    return common.rule()
        + part(", weight decay ", common.weightDecay())
        + part(", l2 ", common.l2())
        + (accumulation == 1 ? "" : ", an update every " + accumulation + " steps")
        + part(", average ", averageMomentum)
        + (clipping == null ? "" : ", " + clipping);
  }

  private static String part(String name, double value) {
    return value == 0 ? "" : name + value;
  }
}
