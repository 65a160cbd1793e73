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
          Map.entry("GlobalAvgPool1d", each -> pooled(each, "[k] mean[i] x[i, k]", Layout.SAME)),
          Map.entry("BatchNorm1d", PoolNormNetworks::batchNorm),
          Map.entry("BatchNorm2d", PoolNormNetworks::batchNorm),
          Map.entry("LayerNorm", PoolNormNetworks::layerNorm));

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
