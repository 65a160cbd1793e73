package dev.nutshell.processor.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keras' losses as networks that train on them. */
final class KerasLossNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP = new LinkedHashMap<>();

  static {
    for (String name :
        new String[] {
          "hinge",
          "squared_hinge",
          "categorical_hinge",
          "log_cosh",
          "poisson",
          "kl_divergence",
          "cosine_similarity",
          "mean_absolute_percentage_error",
          "mean_squared_logarithmic_error",
          "binary_crossentropy",
          "categorical_crossentropy",
          "dice"
        }) {
      loss(name, name, each -> "");
    }
    loss("huber", "huber", each -> ", delta: " + each.numbers("delta"));
    loss(
        "tversky",
        "tversky",
        each -> ", alpha: %s, beta: %s".formatted(each.numbers("alpha"), each.numbers("beta")));
    for (String name : new String[] {"binary_crossentropy", "categorical_crossentropy"}) {
      loss(
          name + "_logits_smoothing",
          name,
          each ->
              ", from_logits: true, label_smoothing: %s"
                  .formatted(each.numbers("label_smoothing")));
    }
    loss(
        "binary_focal",
        "binary_focal_crossentropy",
        each ->
            ", apply_class_balancing: true, alpha: %s, gamma: %s"
                .formatted(each.numbers("alpha"), each.numbers("gamma")));
    loss("categorical_focal", "categorical_focal_crossentropy", each -> "");
  }

  private KerasLossNetworks() {}

  private static void loss(String keras, String function, Function<FixtureCase, String> arguments) {
    BY_OP.put(
        "keras_" + keras,
        each ->
            new NetworkBuilder(each)
                .input("y_pred", Layout.SAME)
                .input("y_true", Layout.SAME)
                .objective("%s(y_pred, y_true%s)".formatted(function, arguments.apply(each))));
  }
}
