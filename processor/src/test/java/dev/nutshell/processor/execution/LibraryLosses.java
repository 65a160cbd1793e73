package dev.nutshell.processor.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small networks in which every activation and loss of the library occurs. */
final class LibraryLosses {
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    activations("relu", "relu(x) + linear(x)");
    activations(
        "rectifiers",
        "relu(x, negative_slope: 0.1, max_value: 0.8, threshold: -0.5) + relu6(5 * x)",
        "leaky_relu(x) + elu(x, alpha: 0.7) + selu(x) + celu(x, alpha: 1.3)");
    activations(
        "hard activations",
        "hard_sigmoid(4 * x) + hard_silu(4 * x) + hard_tanh(2 * x) + threshold(x, 0.2, -1)",
        "hard_shrink(x) + soft_shrink(x) + sparse_plus(2 * x) + sparse_sigmoid(2 * x)");
    activations(
        "prelu",
        "(x |> prelu) + (x |> prelu(shared_axes: leading)) + (x |> prelu(shared_axes: all))");
    activations(
        "mathematics",
        "tan(x) + sinh(x) + cosh(2 * x) + asin(x / 2) + acos(x / 2) + atan(x)",
        "x * (ceil(2 * x) + round(3 * x))");
    activations("sigmoid", "sigmoid(4 * x) + silu(x) + swish(x) + log_sigmoid(8 * x)");
    activations("gelu", "gelu(x) + gelu(x, approximate: true)");
    activations("softplus", "softplus(5 * x) + softplus(x, beta: 2) + mish(x)");
    activations(
        "rational activations",
        "softsign(x) + squareplus(3 * x) + tanh_shrink(x) + exponential(x)");
    activations("softmax", "softmax(3 * x) + log_softmax(3 * x)");
    activations("sparsemax", "sparsemax(2 * x)");
    activations("gates", "glu(concat(x, 2 * x)) + swiglu(x, tanh(x))");
    losses(
        "cross-entropies of classes",
        "cross_entropy(logits, k)",
        "cross_entropy(logits, k, label_smoothing: 0.1)",
        "masked_cross_entropy(logits, k, ignore_index: 2)",
        "sparse_categorical_crossentropy(softmax(logits), k, label_smoothing: 0.1)",
        "sparse_categorical_crossentropy(logits, k, from_logits: true)",
        "categorical_generalized_cross_entropy(softmax(logits), k)");
    losses(
        "weighted cross-entropies",
        "weighted_cross_entropy(logits, k, softmax(w))",
        "weighted_cross_entropy(logits, k, softmax(w), label_smoothing: 0.1)",
        "nll_loss(log_softmax(logits), k) weight class_weight(k, softmax(w))");
    losses(
        "cross-entropies of probabilities",
        "categorical_crossentropy(softmax(logits), t)",
        "categorical_crossentropy(logits, t, from_logits: true, label_smoothing: 0.1)",
        "categorical_focal_crossentropy(softmax(logits), t)",
        "kl_divergence(softmax(logits), softmax(t))",
        "kl_div(log_softmax(logits), softmax(t))",
        "kl_div(log_softmax(logits), log_softmax(t), log_target: true)");
    losses(
        "binary cross-entropies",
        "binary_crossentropy(sigmoid(logits), sigmoid(t), label_smoothing: 0.1)",
        "binary_cross_entropy_with_logits(logits, sigmoid(t))",
        "weighted_binary_cross_entropy(logits, sigmoid(t), exp(w))",
        "binary_focal_crossentropy(sigmoid(logits), sigmoid(t), apply_class_balancing: true)",
        "binary_focal_crossentropy(logits, sigmoid(t), gamma: 1.5, from_logits: true)",
        "multilabel_soft_margin_loss(logits, sigmoid(t))");
    losses(
        "regression losses",
        "mean_absolute_error(logits, t)",
        "mean_absolute_percentage_error(logits, 1 + t ^ 2)",
        "mean_squared_logarithmic_error(exp(logits), exp(t))",
        "huber(logits, 4 * t, delta: 0.7)",
        "smooth_l1_loss(logits, 4 * t, beta: 0.5)",
        "log_cosh(logits, t)");
    losses(
        "likelihoods",
        "poisson(exp(logits), exp(t))",
        "poisson_nll_loss(logits, exp(t), full: true)",
        "poisson_nll_loss(exp(logits), exp(t), log_input: false)",
        "gaussian_nll_loss(logits, t, exp(w), full: true)");
    losses(
        "margin losses",
        "hinge(logits, select(t > 0, 1.0, 0.0))",
        "squared_hinge(logits, select(t > 0, 1.0, -1.0))",
        "categorical_hinge(logits, softmax(t))",
        "multi_margin_loss(logits, k, p: 2)",
        "soft_margin_loss(logits, t)",
        "margin_ranking_loss(logits, w, select(t > 0, 1.0, -1.0), margin: 0.2)",
        "hinge_embedding_loss(exp(logits), t)");
    losses(
        "losses of directions and distances",
        "cosine_similarity(logits, t)",
        "cosine_embedding_loss(logits, t, sum[i] t[i], margin: 0.1)",
        "cosine(logits, t)",
        "pairwise_distance(logits, t) + pairwise_distance(logits, w, p: 3)",
        "log_sum_exp(2 * logits)",
        "triplet_margin_loss(logits, t, w, margin: 3, swap: true)",
        "triplet_margin_loss(logits, t, w, margin: 3, p: 3)");
    losses(
        "dice and tversky",
        "dice(sigmoid(logits), sigmoid(t))",
        "dice(sigmoid(logits), sigmoid(t), per_sample: true)",
        "tversky(sigmoid(logits), sigmoid(t), alpha: 0.3)");
    TEXTS.put(
        "ctc",
        """
        model Network(): double {
          input x: float[6, 3]
          target labels: int[2]
          logits = x |> dense(5)
          output logits
          loss ctc(logits, labels)
        }
        """);
    TEXTS.put(
        "circle",
        """
        model Network(): double {
          input x: float[5, 3]
          target classes: int[5]
          e = x |> dense(4) |> tanh
          output e
          loss circle(e, classes, gamma: 4)
        }
        """);
  }

  private LibraryLosses() {}

  /** Texts of models in double precision, by what they show. */
  static Map<String, String> texts() {
    return TEXTS;
  }

  private static void activations(String name, String... terms) {
    TEXTS.put(
        name,
        """
        model Network(): double {
          input x: float[2, 7]
          target y: float[2, 7]
          p = %s
          output p
          loss mean_squared_error(p, y)
        }
        """
            .formatted(String.join(" + ", terms)));
  }

  private static void losses(String name, String... losses) {
    StringBuilder statements = new StringBuilder();
    for (int i = 0; i < losses.length; i++) {
      statements.append("  loss l%d = %s\n".formatted(i, losses[i]));
    }
    TEXTS.put(
        name,
        """
        model Network(): double {
          input x: float[5]
          target t: float[4]
          target k: int
          param w: float[4] init random_normal(stddev: 1)
          logits = x |> dense(4)
          output logits
          loss cross_entropy(logits + w, k)
          loss mean_squared_error(logits, t)
        """
            + statements
            + "}\n");
  }
}
