package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Keras' layers as networks: its layouts are ours, but for weights of attention heads. */
final class KerasLayerNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP =
      Map.ofEntries(
          Map.entry("Dense", KerasLayerNetworks::dense),
          Map.entry("Conv1D", each -> convolution(each, "conv1d", true)),
          Map.entry("Conv2D", each -> convolution(each, "conv", true)),
          Map.entry("Conv2DTranspose", each -> convolution(each, "conv_transpose", false)),
          Map.entry("DepthwiseConv2D", KerasLayerNetworks::depthwise),
          Map.entry("SeparableConv2D", KerasLayerNetworks::separable),
          Map.entry("MaxPooling2D", each -> pool(each, "max_pool")),
          Map.entry("AveragePooling2D", each -> pool(each, "average_pool")),
          Map.entry("GlobalAveragePooling2D", each -> call(each, "global_average_pool")),
          Map.entry("BatchNormalization", KerasLayerNetworks::batchNorm),
          Map.entry("LayerNormalization", each -> norm(each, "layer_norm(")),
          Map.entry(
              "GroupNormalization",
              each -> norm(each, "group_norm(" + each.numbers("groups") + ", ")),
          Map.entry("RMSNormalization", KerasLayerNetworks::rmsNorm),
          Map.entry("UnitNormalization", each -> call(each, "unit_normalization")),
          Map.entry("LSTM", each -> recurrent(each, "lstm", "lstm_cell", "")),
          Map.entry("GRU", KerasLayerNetworks::gru),
          Map.entry("SimpleRNN", each -> recurrent(each, "rnn", "simple_rnn_cell", "")),
          Map.entry("PReLU", KerasLayerNetworks::prelu),
          Map.entry("MultiHeadAttention", KerasLayerNetworks::multiHead),
          Map.entry("UpSampling2D", KerasLayerNetworks::upSampling));

  private KerasLayerNetworks() {}

  private static NetworkBuilder call(FixtureCase fixture, String stage) {
    return new NetworkBuilder(fixture)
        .input("x", Layout.SAME)
        .body("y = x |> " + stage)
        .output("y", Layout.SAME);
  }

  private static NetworkBuilder dense(FixtureCase fixture) {
    String stage =
        "fc: dense(%s) |> %s"
            .formatted(fixture.numbers("units"), fixture.attributes().get("activation"));
    return weights(call(fixture, stage), "fc");
  }

  private static NetworkBuilder weights(NetworkBuilder network, String path) {
    return network
        .parameter(path + ".W", "kernel", Layout.SAME)
        .parameter(path + ".b", "bias", Layout.SAME);
  }

  private static NetworkBuilder convolution(FixtureCase fixture, String layer, boolean grouped) {
    String groups = grouped ? ", groups: " + fixture.numbers("groups") : "";
    String stage =
        "c: %s(%s, %s%s)".formatted(layer, fixture.numbers("filters"), window(fixture), groups);
    return weights(call(fixture, stage), "c");
  }

  private static String window(FixtureCase fixture) {
    return "%s, stride: %s, padding: %s, dilation: %s"
        .formatted(
            fixture.numbers("kernel_size"),
            fixture.numbers("strides"),
            fixture.attributes().get("padding"),
            fixture.numbers("dilation_rate"));
  }

  private static NetworkBuilder depthwise(FixtureCase fixture) {
    String stage =
        "c: depthwise_conv(%s, depth_multiplier: %s)"
            .formatted(window(fixture), fixture.numbers("depth_multiplier"));
    return weights(call(fixture, stage), "c");
  }

  private static NetworkBuilder separable(FixtureCase fixture) {
    String stage =
        "c: separable_conv(%s, %s, depth_multiplier: %s)"
            .formatted(
                fixture.numbers("filters"), window(fixture), fixture.numbers("depth_multiplier"));
    return call(fixture, stage)
        .parameter("c.depthwise.W", "depthwise_kernel", Layout.SAME)
        .parameter("c.pointwise.W", "pointwise_kernel", Layout.SAME)
        .parameter("c.pointwise.b", "bias", Layout.SAME);
  }

  private static NetworkBuilder pool(FixtureCase fixture, String function) {
    return call(
        fixture,
        "%s(%s, stride: %s, padding: %s)"
            .formatted(
                function,
                fixture.numbers("pool_size"),
                fixture.numbers("strides"),
                fixture.attributes().get("padding")));
  }

  private static NetworkBuilder batchNorm(FixtureCase fixture) {
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("x", Layout.SAME)
            .body(
                "y = x |> bn: batch_norm(momentum: %s, epsilon: %s)"
                    .formatted(fixture.numbers("momentum"), fixture.numbers("epsilon")))
            .state("bn.moving_mean", "moving_mean", "moving_mean_after")
            .state("bn.moving_variance", "moving_variance", "moving_variance_after");
    affine(network, "bn");
    return fixture.flag("training")
        ? network.trainingOutput("y", Layout.SAME)
        : network.frozen().output("y", Layout.SAME);
  }

  private static NetworkBuilder affine(NetworkBuilder network, String path) {
    return network
        .parameter(path + ".gamma", "gamma", Layout.SAME)
        .parameter(path + ".beta", "beta", Layout.SAME);
  }

  private static NetworkBuilder norm(FixtureCase fixture, String layer) {
    String stage = "norm: %sepsilon: %s)".formatted(layer, fixture.numbers("epsilon"));
    return affine(call(fixture, stage), "norm");
  }

  private static NetworkBuilder rmsNorm(FixtureCase fixture) {
    String stage = "norm: rms_norm(epsilon: %s)".formatted(fixture.numbers("epsilon"));
    return call(fixture, stage).parameter("norm.gamma", "scale", Layout.SAME);
  }

  private static NetworkBuilder gru(FixtureCase fixture) {
    boolean after = fixture.flag("reset_after");
    UnaryOperator<Tensor> bias = after ? Layout.SAME : Layout.reshaped(1, -1);
    return recurrent(fixture, "gru", "gru_cell", ", reset_after: " + after, bias);
  }

  private static NetworkBuilder recurrent(
      FixtureCase fixture, String layer, String cell, String more) {
    return recurrent(fixture, layer, cell, more, Layout.SAME);
  }

  private static NetworkBuilder recurrent(
      FixtureCase fixture, String layer, String cell, String more, UnaryOperator<Tensor> bias) {
    String stage =
        "l: %s(%s, return_sequences: %s%s)"
            .formatted(layer, fixture.numbers("units"), fixture.flag("return_sequences"), more);
    return call(fixture, stage)
        .parameter("l.W", cell + ".kernel", Layout.SAME)
        .parameter("l.U", cell + ".recurrent_kernel", Layout.SAME)
        .parameter("l.b", cell + ".bias", bias);
  }

  /** One slope for each channel. */
  private static NetworkBuilder prelu(FixtureCase fixture) {
    return call(fixture, "slope: prelu(shared_axes: leading)")
        .parameter("slope.alpha", "alpha", Layout.reshaped(-1));
  }

  private static NetworkBuilder multiHead(FixtureCase fixture) {
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("q", Layout.SAME)
            .input("v", Layout.SAME)
            .body(
                "y = q |> mha: attention(%s, memory: v, key_dim: %s, value_dim: %s)"
                    .formatted(
                        fixture.numbers("num_heads"),
                        fixture.numbers("key_dim"),
                        fixture.numbers("value_dim")))
            .output("y", Layout.SAME);
    int heads = fixture.integer("num_heads") * fixture.integer("key_dim");
    for (String name : List.of("query", "key", "value")) {
      network
          .parameter("mha." + name + ".W", name + ".kernel", Layout.reshaped(-1, heads))
          .parameter("mha." + name + ".b", name + ".bias", Layout.reshaped(heads));
    }
    return network
        .parameter("mha.out.W", "attention_output.kernel", Layout.reshaped(heads, -1))
        .parameter("mha.out.b", "attention_output.bias", Layout.SAME);
  }

  private static NetworkBuilder upSampling(FixtureCase fixture) {
    return call(
        fixture,
        "up_sampling(%s, interpolation: %s)"
            .formatted(fixture.numbers("size"), fixture.attributes().get("interpolation")));
  }
}
