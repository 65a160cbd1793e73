package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Attention and transformer blocks as networks. */
final class AttentionNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP =
      Map.of(
          "ScaledDotProductAttention", AttentionNetworks::scaledDotProduct,
          "MultiHeadAttention", AttentionNetworks::multiHead,
          "TransformerBlock", AttentionNetworks::block,
          "RotaryEmbedding", AttentionNetworks::rotary);

  private AttentionNetworks() {}

  /**
   * Samples and heads are one batch here: {@code [batch, heads, time, features]} becomes {@code
   * [batch * heads, ...]}.
   */
  private static Tensor headsAsSamples(Tensor tensor) {
    List<Integer> shape = tensor.shape();
    return Layout.reshaped(-1, shape.get(2), shape.get(3)).apply(tensor);
  }

  private static NetworkBuilder scaledDotProduct(FixtureCase fixture) {
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("q", AttentionNetworks::headsAsSamples)
            .input("k", AttentionNetworks::headsAsSamples)
            .input("v", AttentionNetworks::headsAsSamples);
    String arguments = "q, k, v, causal: " + fixture.flag("causal");
    if (fixture.attributes().get("scale") != null) {
      arguments += ", scale: " + fixture.numbers("scale");
    }
    Object mask = fixture.attributes().get("mask");
    UnaryOperator<Tensor> samples = Layout.repeated(4);
    if ("add".equals(mask)) {
      network.input("mask", samples);
      arguments += ", bias: mask";
    } else if (mask != null) {
      network.discrete("bool", "mask", samples.apply(fixture.inputs().get("mask")));
      arguments += ", mask: mask";
    }
    return network
        .body("y = scaled_dot_product_attention(%s)".formatted(arguments))
        .output("y", AttentionNetworks::headsAsSamples);
  }

  private static NetworkBuilder rotary(FixtureCase fixture) {
    return new NetworkBuilder(fixture)
        .input("x", AttentionNetworks::headsAsSamples)
        .body(
            "y = rotary_embedding(x, base: %s, interleaved: %s)"
                .formatted(fixture.numbers("base"), fixture.flag("interleaved")))
        .output("y", AttentionNetworks::headsAsSamples);
  }

  private static NetworkBuilder multiHead(FixtureCase fixture) {
    NetworkBuilder network = new NetworkBuilder(fixture).input("query", Layout.SAME);
    String arguments =
        "%s, causal: %s, bias: %s"
            .formatted(fixture.numbers("heads"), fixture.flag("causal"), fixture.flag("bias"));
    if (fixture.inputs().containsKey("key")) {
      network.input("key", Layout.SAME).input("value", Layout.SAME);
      arguments += ", memory: key, values: value";
    }
    if (fixture.inputs().containsKey("key_padding_mask")) {
      network.discrete("bool", "padding", fixture.inputs().get("key_padding_mask"));
      arguments += ", mask: not padding";
    }
    network.body("y = query |> mha: attention(%s)".formatted(arguments)).output("y", Layout.SAME);
    return projections(network, fixture, "mha", fixture.flag("bias"));
  }

  private static NetworkBuilder projections(
      NetworkBuilder network, FixtureCase fixture, String path, boolean bias) {
    int embed = fixture.integer("embed");
    List<String> names = List.of("query", "key", "value");
    for (int i = 0; i < names.size(); i++) {
      UnaryOperator<Tensor> part = Layout.rows(i * embed, (i + 1) * embed);
      String name = path + "." + names.get(i);
      network.parameter(
          name + ".W", "in_proj_weight", all -> Layout.TRANSPOSED.apply(part.apply(all)));
      if (bias) {
        network.parameter(name + ".b", "in_proj_bias", part);
      }
    }
    network.parameter(path + ".out.W", "out_proj_weight", Layout.TRANSPOSED);
    return bias ? network.parameter(path + ".out.b", "out_proj_bias", Layout.SAME) : network;
  }

  private static NetworkBuilder block(FixtureCase fixture) {
    String activation =
        fixture.attributes().get("activation").equals("relu") ? "relu" : "gelu(approximate: true)";
    String norm = "layer_norm(epsilon: %s)".formatted(fixture.numbers("eps"));
    String attend =
        "mha: attention(%s, causal: %s)"
            .formatted(fixture.numbers("heads"), fixture.flag("causal"));
    String feed =
        "fc1: dense(%s) |> %s |> fc2: dense(%s)"
            .formatted(fixture.numbers("ffn"), activation, fixture.numbers("embed"));
    NetworkBuilder network = new NetworkBuilder(fixture).input("x", Layout.SAME);
    if (fixture.flag("norm_first")) {
      network
          .body("h = x + (x |> ln1: %s |> %s)".formatted(norm, attend))
          .body("y = h + (h |> ln2: %s |> %s)".formatted(norm, feed));
    } else {
      network
          .body("h = (x + (x |> %s)) |> ln1: %s".formatted(attend, norm))
          .body("y = (h + (h |> %s)) |> ln2: %s".formatted(feed, norm));
    }
    network.output("y", Layout.SAME);
    for (String each : List.of("1", "2")) {
      network
          .parameter("ln" + each + ".gamma", "ln" + each + "_weight", Layout.SAME)
          .parameter("ln" + each + ".beta", "ln" + each + "_bias", Layout.SAME)
          .parameter("fc" + each + ".W", "fc" + each + "_weight", Layout.TRANSPOSED)
          .parameter("fc" + each + ".b", "fc" + each + "_bias", Layout.SAME);
    }
    return projections(network, fixture, "mha", true);
  }
}
