package dev.nutshell.training.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/** The optimizer of each case of the fixtures. */
final class OptimizerCases {

  private static final int STEPS = 20;

  private OptimizerCases() {}

  /** The cases whose numbers are not those of their formula, and why. */
  static Map<String, String> exceptions() {
    return Map.of(
        "schedule_free_adamw",
        "Keras 3.15 on PyTorch reads a momentum that it has overwritten already;"
            + " ScheduleFreeTest meets the same steps of Keras on NumPy");
  }

  /** Those of Keras, where no number is given with its defaults. */
  static Map<String, Optimizer> keras() {
    Map<String, Optimizer> cases = new LinkedHashMap<>();
    cases.put("sgd", Optimizer.sgd(0.1));
    cases.put("sgd_momentum", Optimizer.of(new Sgd(0.9, false), 0.05));
    cases.put("sgd_nesterov", Optimizer.of(new Sgd(0.9, true), 0.05));
    cases.put("sgd_weight_decay", Optimizer.sgd(0.1).weightDecay(0.05));
    cases.put("sgd_clipnorm", Optimizer.sgd(0.2).clip(Clipping.Kind.NORM, 0.2));
    cases.put("sgd_clipvalue", Optimizer.sgd(0.2).clip(Clipping.Kind.VALUE, 0.1));
    cases.put("sgd_global_clipnorm", Optimizer.sgd(0.2).clip(Clipping.Kind.GLOBAL_NORM, 0.3));
    cases.put("sgd_ema", Optimizer.sgd(0.1).average(0.9));
    cases.put("rmsprop", Optimizer.rmsProp(0.03));
    cases.put(
        "rmsprop_centered_momentum",
        Optimizer.of(new RmsProp(0.9, 0.8, 1e-7, true, Convention.KERAS), 0.01));
    cases.put("adagrad", Optimizer.of(Adagrad.defaults(), 0.3));
    cases.put("adadelta", Optimizer.of(Adadelta.defaults(), 1));
    cases.put("adam", Optimizer.adam(0.05));
    cases.put("amsgrad", Optimizer.of(new Adam(0.9, 0.999, 1e-7, true, Convention.KERAS), 0.05));
    cases.put("adam_weight_decay", Optimizer.adam(0.05).weightDecay(0.1));
    cases.put("adamw", Optimizer.adamW(0.05, 0.1));
    cases.put("adamax", Optimizer.of(Adamax.defaults(), 0.05));
    cases.put("nadam", Optimizer.of(Nadam.defaults(), 0.05));
    cases.put("ftrl", Optimizer.of(Ftrl.defaults(), 0.2));
    cases.put("ftrl_l1_l2", Optimizer.of(new Ftrl(-0.5, 0.1, 0.05, 0.05, 0.02, 0.1), 0.2));
    cases.put("lion", Optimizer.of(Lion.defaults(), 0.02));
    cases.put("lion_weight_decay", Optimizer.of(Lion.defaults(), 0.02).weightDecay(0.1));
    cases.put("lamb", Optimizer.of(Lamb.defaults(), 0.05));
    cases.put("lamb_weight_decay", Optimizer.of(Lamb.defaults(), 0.05).weightDecay(0.1));
    cases.put("adafactor", Optimizer.of(Adafactor.defaults(), 0.05));
    cases.put("muon", Optimizer.muon(0.05));
    cases.put(
        "schedule_free_adamw", Optimizer.of(new ScheduleFreeAdamW(0.9, 0.999, 1e-8, 5), 0.05));
    return cases;
  }

  /** Those of PyTorch. */
  static Map<String, Optimizer> pytorch() {
    Map<String, Optimizer> cases = new LinkedHashMap<>();
    addDescent(cases);
    addScaled(cases);
    addAdam(cases);
    addClipped(cases);
    return cases;
  }

  private static void addDescent(Map<String, Optimizer> cases) {
    Optimizer momentum = sgd(0.9, 0, false);
    Optimizer nesterov = sgd(0.9, 0, true);
    cases.put("sgd", Optimizer.sgd(0.1));
    cases.put("sgd_weight_decay", Optimizer.sgd(0.1).l2(0.05));
    cases.put("sgd_momentum", momentum);
    cases.put("sgd_momentum_dampening", sgd(0.9, 0.3, false));
    cases.put("sgd_momentum_weight_decay", momentum.l2(0.05));
    cases.put("sgd_nesterov", nesterov);
    cases.put("sgd_nesterov_weight_decay", nesterov.l2(0.05));
    // Its average begins after a million steps; before that it is a decay and a schedule, which
    // PyTorch keeps in single precision.
    LongToDoubleFunction asgd = t -> (float) (0.05 / StrictMath.pow(1 + 1e-4 * 0.05 * t, 0.75));
    cases.put("asgd", Optimizer.sgd(0.05).weightDecay(1e-4).schedule(asgd));
    cases.put("rprop", Optimizer.of(Rprop.defaults(), 0.01));
    cases.put("rprop_etas", Optimizer.of(new Rprop(0.4, 1.3, 1e-5, 0.5), 0.02));
  }

  private static Optimizer sgd(double momentum, double dampening, boolean nesterov) {
    return Optimizer.of(new Sgd(momentum, dampening, nesterov, Convention.PYTORCH), 0.05);
  }

  private static void addScaled(Map<String, Optimizer> cases) {
    cases.put("adagrad", Optimizer.of(Adagrad.pytorch(), 0.3));
    cases.put(
        "adagrad_full",
        Optimizer.of(new Adagrad(0.1, 1e-8, Convention.PYTORCH), 0.3)
            .l2(0.02)
            .schedule(t -> 0.3 / (1 + 0.05 * t)));
    cases.put("rmsprop", rmsProp(0.99, 0, 1e-8, false, 0.03));
    cases.put("rmsprop_centered", rmsProp(0.99, 0, 1e-8, true, 0.03));
    cases.put("rmsprop_momentum", rmsProp(0.95, 0.8, 1e-8, false, 0.01));
    cases.put("rmsprop_weight_decay", rmsProp(0.99, 0, 1e-8, false, 0.03).l2(0.05));
    cases.put("rmsprop_all", rmsProp(0.9, 0.5, 1e-6, true, 0.01).l2(0.02));
    cases.put("adadelta", Optimizer.of(new Adadelta(0.9, 1e-6), 1));
    cases.put("adadelta_full", Optimizer.of(new Adadelta(0.8, 1e-4), 0.7).l2(0.05));
    cases.put("adafactor", Optimizer.of(Adafactor.defaults(), 0.05));
  }

  private static Optimizer rmsProp(
      double alpha, double momentum, double epsilon, boolean centered, double rate) {
    return Optimizer.of(new RmsProp(alpha, momentum, epsilon, centered, Convention.PYTORCH), rate);
  }

  private static void addAdam(Map<String, Optimizer> cases) {
    Optimizer adam = Optimizer.of(Adam.pytorch(), 0.05);
    Optimizer amsgrad = Optimizer.of(new Adam(0.9, 0.999, 1e-8, true, Convention.PYTORCH), 0.05);
    Optimizer adamax = Optimizer.of(new Adamax(0.9, 0.999, 1e-8, Convention.PYTORCH), 0.05);
    Optimizer nadam = Optimizer.of(new PytorchNadam(Nadam.pytorch()), 0.05);
    Optimizer radam = Optimizer.of(RAdam.defaults(), 0.05);
    cases.put("adam", adam);
    cases.put(
        "adam_betas", Optimizer.of(new Adam(0.8, 0.95, 1e-4, false, Convention.PYTORCH), 0.05));
    cases.put("adam_l2", adam.l2(0.1));
    cases.put("amsgrad", amsgrad);
    cases.put("adamw", adam.weightDecay(0.1));
    cases.put("adamw_default", adam.weightDecay(0.01));
    cases.put("adamw_amsgrad", amsgrad.weightDecay(0.1));
    cases.put("adamax", adamax);
    cases.put("adamax_weight_decay", adamax.l2(0.1));
    cases.put("nadam", nadam);
    cases.put("nadam_weight_decay", nadam.l2(0.1));
    cases.put("nadam_decoupled", nadam.weightDecay(0.1));
    cases.put("radam", radam);
    cases.put("radam_weight_decay", radam.l2(0.1));
    cases.put(
        "adam_cosine_schedule",
        adam.schedule(t -> 0.05 * (1 + StrictMath.cos(Math.PI * t / STEPS))));
  }

  private static void addClipped(Map<String, Optimizer> cases) {
    Clipping norm = new Clipping(Clipping.Kind.GLOBAL_NORM, 0.3, 1e-6);
    Optimizer adam = Optimizer.of(Adam.pytorch(), 0.05);
    cases.put("sgd_clip_norm", Optimizer.sgd(0.2).clip(norm));
    cases.put("sgd_clip_value", Optimizer.sgd(0.2).clip(Clipping.Kind.VALUE, 0.1));
    cases.put("adam_clip_norm", adam.clip(norm));
    cases.put("adamw_clip_value", adam.weightDecay(0.1).clip(Clipping.Kind.VALUE, 0.1));
  }
}
