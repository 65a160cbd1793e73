package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Pooling and normalization as networks. */
final class PoolNormNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP =
      Map.ofEntries(
          Map.entry("MaxPool2d", each -> maximum(each, "max_pool")),
          Map.entry("MaxPool1d", each -> maximum(each, "max_pool1d")),
          Map.entry("AvgPool2d", each -> average(each, "average_pool")),
          Map.entry("AvgPool1d", each -> average(each, "average_pool1d")),
          Map.entry("GlobalAvgPool2d", each -> pooled(each, "global_average_pool(x)", Layout.SAME)),
          Map.entry("GlobalMaxPool2d", each -> pooled(each, "global_max_pool(x)", Layout.SAME)),
          Map.entry("GlobalAvgPool1d", each -> pooled(each, "global_average_pool(x)", Layout.SAME)),
          Map.entry("LPPool2d", PoolNormNetworks::powers),
          Map.entry("AdaptiveAvgPool2d", each -> adaptive(each, "adaptive_average_pool")),
          Map.entry("AdaptiveMaxPool2d", each -> adaptive(each, "adaptive_max_pool")),
          Map.entry("AdaptiveAvgPool1d", each -> adaptive(each, "adaptive_average_pool1d")),
          Map.entry("BatchNorm1d", PoolNormNetworks::batchNorm),
          Map.entry("BatchNorm2d", PoolNormNetworks::batchNorm),
          Map.entry("LayerNorm", PoolNormNetworks::layerNorm),
          Map.entry(
              "GroupNorm", each -> channels(each, "group_norm(" + each.numbers("groups") + ", ")),
          Map.entry("InstanceNorm2d", each -> channels(each, "instance_norm(")),
          Map.entry("RMSNorm", PoolNormNetworks::rmsNorm),
          Map.entry("LocalResponseNorm", PoolNormNetworks::localResponse),
          Map.entry("Normalize", PoolNormNetworks::normalize),
          Map.entry("Dropout", PoolNormNetworks::dropout));

  private PoolNormNetworks() {}

  private static NetworkBuilder maximum(FixtureCase fixture, String function) {
    String dilation =
        fixture.attributes().containsKey("dilation")
            ? ", dilation: " + fixture.numbers("dilation")
            : "";
    return window(fixture, function, dilation);
  }

  private static NetworkBuilder average(FixtureCase fixture, String function) {
    return window(fixture, function, ", count_padding: " + fixture.flag("count_include_pad"));
  }

  private static NetworkBuilder window(FixtureCase fixture, String function, String more) {
    String ceil = Boolean.TRUE.equals(fixture.attributes().get("ceil_mode")) ? ", ceil: true" : "";
    String call =
        "%s(x, %s, stride: %s, pad: %s%s%s)"
            .formatted(
                function,
                fixture.numbers("kernel"),
                fixture.numbers("stride"),
                fixture.numbers("padding"),
                more,
                ceil);
    return pooled(fixture, call, Layout::channelsLast);
  }

  private static NetworkBuilder pooled(
      FixtureCase fixture, String call, UnaryOperator<Tensor> result) {
    return new NetworkBuilder(fixture)
        .input("x", Layout::channelsLast)
        .body("y = " + call)
        .output("y", result);
  }

  /** The case keeps away from 0, where the norm has no gradient. */
  private static NetworkBuilder powers(FixtureCase fixture) {
    String call =
        "lp_pool(abs(x) + 0.1, %s, p: %s, stride: %s)"
            .formatted(fixture.numbers("kernel"), fixture.numbers("p"), fixture.numbers("stride"));
    return pooled(fixture, call, Layout::channelsLast);
  }

  private static NetworkBuilder adaptive(FixtureCase fixture, String function) {
    String call = "%s(x, %s)".formatted(function, fixture.numbers("output"));
    return pooled(fixture, call, Layout::channelsLast);
  }

  private static NetworkBuilder channels(FixtureCase fixture, String layer) {
    return new NetworkBuilder(fixture)
        .input("x", Layout::channelsLast)
        .body("y = x |> norm: %sepsilon: %s)".formatted(layer, fixture.numbers("eps")))
        .output("y", Layout::channelsLast)
        .parameter("norm.gamma", "weight", Layout.SAME)
        .parameter("norm.beta", "bias", Layout.SAME);
  }

  private static NetworkBuilder rmsNorm(FixtureCase fixture) {
    return new NetworkBuilder(fixture)
        .input("x", Layout.SAME)
        .body("y = x |> norm: rms_norm(epsilon: %s)".formatted(fixture.numbers("eps")))
        .output("y", Layout.SAME)
        .parameter("norm.gamma", "weight", Layout.SAME);
  }

  private static NetworkBuilder localResponse(FixtureCase fixture) {
    String call =
        "local_response_norm(x, %s, alpha: %s, beta: %s, k: %s)"
            .formatted(
                fixture.numbers("size"),
                fixture.numbers("alpha"),
                fixture.numbers("beta"),
                fixture.numbers("k"));
    return pooled(fixture, call, Layout::channelsLast);
  }

  private static NetworkBuilder normalize(FixtureCase fixture) {
    String axis = fixture.integer("dim") == -1 ? "-1" : String.valueOf(fixture.integer("dim") - 1);
    return new NetworkBuilder(fixture)
        .input("x", Layout.SAME)
        .body(
            "scaled = unit_normalization(move_axis(x, %s, -1), order: %s, epsilon: %s)"
                .formatted(axis, fixture.numbers("p"), fixture.numbers("eps")))
        .body("y = move_axis(scaled, -1, %s)".formatted(axis))
        .output("y", Layout.SAME);
  }

  /** A mask that is given cannot be that of our layer; what it does with one can be said. */
  private static NetworkBuilder dropout(FixtureCase fixture) {
    NetworkBuilder network = new NetworkBuilder(fixture).input("x", Layout.SAME);
    if (!fixture.flag("train")) {
      return network
          .body("y = x |> dropout(%s)".formatted(fixture.numbers("p")))
          .frozen()
          .output("y", Layout.SAME);
    }
    return network
        .input("mask", Layout.SAME)
        .body("y = select(mask > 0.5, x / (1 - %s), 0)".formatted(fixture.numbers("p")))
        .output("y", Layout.SAME);
  }

  private static NetworkBuilder batchNorm(FixtureCase fixture) {
    boolean affine = fixture.flag("affine");
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("x", Layout::channelsLast)
            .body(
                "y = x |> bn: batch_norm(momentum: %s, epsilon: %s, center: %s, scale: %s, unbiased: true)"
                    .formatted(
                        1 - (Double) fixture.attributes().get("momentum"),
                        fixture.numbers("eps"),
                        affine,
                        affine))
            .state("bn.moving_mean", "running_mean", "running_mean_after")
            .state("bn.moving_variance", "running_var", "running_var_after");
    if (affine) {
      network
          .parameter("bn.gamma", "weight", Layout.SAME)
          .parameter("bn.beta", "bias", Layout.SAME);
    }
    return fixture.flag("train")
        ? network.trainingOutput("y", Layout::channelsLast)
        : network.frozen().output("y", Layout::channelsLast);
  }

  private static NetworkBuilder layerNorm(FixtureCase fixture) {
    boolean flat = ((List<?>) fixture.attributes().get("normalized_shape")).size() == 2;
    UnaryOperator<Tensor> layout = flat ? Layout.reshaped(2, -1) : Layout.SAME;
    UnaryOperator<Tensor> weights = flat ? Layout.reshaped(-1) : Layout.SAME;
    boolean affine = fixture.flag("affine");
    boolean bias = affine && fixture.flag("bias");
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("x", layout)
            .body(
                "y = x |> ln: layer_norm(epsilon: %s, center: %s, scale: %s)"
                    .formatted(fixture.numbers("eps"), bias, affine))
            .output("y", layout);
    if (affine) {
      network.parameter("ln.gamma", "weight", weights);
    }
    return bias ? network.parameter("ln.beta", "bias", weights) : network;
  }
}
