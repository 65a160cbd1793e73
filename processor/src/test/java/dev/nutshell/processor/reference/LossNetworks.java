package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Losses as networks. A mean is what training itself makes of the loss; a sum is taken in a network
 * whose only sample is the case's whole batch.
 */
final class LossNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP = new LinkedHashMap<>();

  /** PyTorch's names that begin a statement here, or are too long. */
  private static final Map<String, String> NAMES =
      Map.of("input", "x", "target", "t", "weight", "w", "var", "variance");

  static {
    numbers("mse", each -> "mean_squared_error(x, t)");
    numbers("mae", each -> "mean_absolute_error(x, t)");
    numbers("huber", each -> "huber(x, t, delta: %s)".formatted(each.numbers("delta")));
    numbers("smooth_l1", each -> "smooth_l1_loss(x, t, beta: %s)".formatted(each.numbers("beta")));
    numbers("log_cosh", each -> "log_cosh(x, t)");
    numbers("poisson_nll", LossNetworks::poisson);
    numbers(
        "gaussian_nll",
        each -> "gaussian_nll_loss(x, t, variance, eps: %s)".formatted(each.numbers("eps")));
    BY_OP.put("cross_entropy", LossNetworks::crossEntropy);
    indices("nll", each -> "nll_loss(log_probs, t)");
    numbers("bce", each -> "binary_crossentropy(x, t)");
    numbers("bce_with_logits", LossNetworks::binary);
    numbers(
        "kl_div",
        each ->
            "kl_div(log_probs, t, log_target: %s)".formatted(each.attributes().get("log_target")));
    numbers("multilabel_soft_margin", each -> "multilabel_soft_margin_loss(x, t)");
    numbers("hinge", each -> "hinge(x, t)");
    numbers("squared_hinge", each -> "squared_hinge(x, t)");
    numbers("hinge_embedding", each -> "hinge_embedding_loss(x, t, %s)".formatted(margin(each)));
    numbers("soft_margin", each -> "soft_margin_loss(x, t)");
    numbers("margin_ranking", each -> "margin_ranking_loss(x1, x2, t, %s)".formatted(margin(each)));
    indices(
        "multi_margin",
        each -> "multi_margin_loss(x, t, p: %s, %s)".formatted(each.numbers("p"), margin(each)));
    numbers(
        "cosine_embedding", each -> "cosine_embedding_loss(x1, x2, t, %s)".formatted(margin(each)));
    numbers("cosine_similarity", each -> "-cosine_similarity(x1, x2)");
    numbers("triplet_margin", LossNetworks::triplet);
    BY_OP.put("ctc", LossNetworks::ctc);
  }

  private LossNetworks() {}

  private static void numbers(String op, Function<FixtureCase, String> text) {
    BY_OP.put(op, each -> network(each, false, text.apply(each)));
  }

  private static void indices(String op, Function<FixtureCase, String> text) {
    BY_OP.put(op, each -> network(each, true, text.apply(each)));
  }

  private static String margin(FixtureCase fixture) {
    return "margin: " + fixture.numbers("margin");
  }

  private static String poisson(FixtureCase fixture) {
    return "poisson_nll_loss(x, t, log_input: %s, full: %s)"
        .formatted(fixture.flag("log_input"), fixture.flag("full"));
  }

  private static String binary(FixtureCase fixture) {
    return fixture.inputs().containsKey("pos_weight")
        ? "w * weighted_binary_cross_entropy(logits, t, pos_weight)"
        : "binary_cross_entropy_with_logits(logits, t)";
  }

  private static String triplet(FixtureCase fixture) {
    return "triplet_margin_loss(anchor, positive, negative, p: %s, swap: %s, %s)"
        .formatted(fixture.numbers("p"), fixture.flag("swap"), margin(fixture));
  }

  private static NetworkBuilder crossEntropy(FixtureCase fixture) {
    Map<String, Object> attributes = fixture.attributes();
    String smoothing =
        attributes.containsKey("label_smoothing")
            ? ", label_smoothing: " + fixture.numbers("label_smoothing")
            : "";
    if ("probabilities".equals(attributes.get("target"))) {
      return network(fixture, false, "categorical_crossentropy(logits, t, from_logits: true)");
    }
    if (attributes.containsKey("class_weights")) {
      return weighted(fixture, "weighted_cross_entropy(logits, t, w%s)".formatted(smoothing));
    }
    return attributes.containsKey("ignore_index")
        ? weighted(fixture, "masked_cross_entropy(logits, t)")
        : network(fixture, true, "cross_entropy(logits, t%s)".formatted(smoothing));
  }

  /** A loss that gives values and weights; where there is no mean, PyTorch multiplies them. */
  private static NetworkBuilder weighted(FixtureCase fixture, String pair) {
    return reduction(fixture).equals("mean")
        ? network(fixture, true, pair)
        : network(fixture, true, "pair[0] * pair[1]", "pair = " + pair);
  }

  private static String reduction(FixtureCase fixture) {
    return (String) fixture.attributes().get("reduction");
  }

  private static NetworkBuilder network(
      FixtureCase fixture, boolean indices, String loss, String... before) {
    boolean mean = reduction(fixture).equals("mean");
    boolean whole = !mean && !reduction(fixture).equals("none");
    NetworkBuilder network = new NetworkBuilder(fixture);
    fixture
        .inputs()
        .forEach(
            (name, tensor) -> {
              UnaryOperator<Tensor> layout = layout(fixture, name, whole);
              String ours = NAMES.getOrDefault(name, name);
              if (indices && name.equals("target")) {
                network.discrete("int", ours, layout.apply(tensor));
              } else {
                network.input(ours, name, layout);
              }
            });
    for (String statement : before) {
      network.body(statement);
    }
    if (mean) {
      return network.objective(loss);
    }
    if (!whole) {
      return network.body("y = " + loss).output("y", Layout.SAME);
    }
    return network
        .body("losses = " + loss)
        .body("y = (sum[...] losses[...]) / %d.0".formatted(divisor(fixture)))
        .output("y", Layout.ONE_SAMPLE);
  }

  /** What the sum is divided by: the batch, or nothing. */
  private static int divisor(FixtureCase fixture) {
    return reduction(fixture).equals("batchmean") ? batch(fixture) : 1;
  }

  private static int batch(FixtureCase fixture) {
    return fixture.inputs().values().iterator().next().shape().get(0);
  }

  private static UnaryOperator<Tensor> layout(FixtureCase fixture, String name, boolean whole) {
    boolean shared =
        name.equals("pos_weight")
            || name.equals("weight") && fixture.attributes().containsKey("class_weights");
    if (shared) {
      return Layout.repeated(whole ? 1 : batch(fixture));
    }
    boolean classesSecond =
        name.equals("logits") && Double.valueOf(1).equals(fixture.attributes().get("axis"));
    UnaryOperator<Tensor> samples = classesSecond ? Layout::channelsLast : Layout.SAME;
    return whole ? tensor -> Layout.ONE_SAMPLE.apply(samples.apply(tensor)) : samples;
  }

  /** Labels are filled up with blanks; PyTorch's mean divides by the number of labels. */
  private static NetworkBuilder ctc(FixtureCase fixture) {
    Tensor targets = fixture.inputs().get("targets");
    double[] filled = targets.values().clone();
    for (int i = 0; i < filled.length; i++) {
      int longest = targets.shape().get(1);
      if (i % longest >= fixture.integers("target_lengths").get(i / longest)) {
        filled[i] = 0;
      }
    }
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("logits", Layout.permuted(1, 0, 2))
            .discrete("int", "labels", new Tensor(targets.shape(), filled));
    return switch (reduction(fixture)) {
      case "mean" -> network.objective("ctc(logits, labels) / float(sum[k] int(labels[k] != 0))");
      case "sum" -> network.objective("%d * ctc(logits, labels)".formatted(targets.shape().get(0)));
      default -> network.body("y = ctc(logits, labels)").output("y", Layout.SAME);
    };
  }
}
