package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Dense layers, convolutions and embeddings as networks. */
final class LinearConvNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP =
      Map.ofEntries(
          Map.entry("Linear", LinearConvNetworks::linear),
          Map.entry("Bilinear", LinearConvNetworks::bilinear),
          Map.entry("Conv1d", each -> convolution(each, "conv1d", "")),
          Map.entry("Conv2d", each -> convolution(each, "conv", "")),
          Map.entry("Conv3d", each -> convolution(each, "conv3d", "")),
          Map.entry("ConvTranspose1d", each -> transposed(each, "conv1d_transpose")),
          Map.entry("ConvTranspose2d", each -> transposed(each, "conv_transpose")),
          Map.entry("Embedding", LinearConvNetworks::embedding),
          Map.entry("EmbeddingBag", LinearConvNetworks::embeddingBag));

  private LinearConvNetworks() {}

  private static NetworkBuilder linear(FixtureCase fixture) {
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("x", Layout.SAME)
            .body(
                "y = x |> fc: dense(%s, bias: %s)"
                    .formatted(fixture.numbers("out"), fixture.flag("bias")))
            .output("y", Layout.SAME)
            .parameter("fc.W", "weight", Layout.TRANSPOSED);
    return withBias(network, fixture, "fc.b");
  }

  private static NetworkBuilder withBias(NetworkBuilder network, FixtureCase fixture, String path) {
    return fixture.flag("bias") ? network.parameter(path, "bias", Layout.SAME) : network;
  }

  private static NetworkBuilder bilinear(FixtureCase fixture) {
    return new NetworkBuilder(fixture)
        .input("x1", Layout.SAME)
        .input("x2", Layout.SAME)
        .body("y = x1 |> both: bilinear(x2, %s)".formatted(fixture.numbers("out")))
        .output("y", Layout.SAME)
        .parameter("both.W", "weight", Layout.SAME)
        .parameter("both.b", "bias", Layout.SAME);
  }

  private static NetworkBuilder transposed(FixtureCase fixture, String layer) {
    return convolution(fixture, layer, ", output_pad: " + fixture.numbers("output_padding"));
  }

  private static NetworkBuilder convolution(FixtureCase fixture, String layer, String more) {
    NetworkBuilder network =
        new NetworkBuilder(fixture)
            .input("x", Layout::channelsLast)
            .body(
                "y = x |> c: %s(%s, %s, stride: %s, pad: %s, dilation: %s, groups: %s, bias: %s%s)"
                    .formatted(
                        layer,
                        fixture.numbers("out"),
                        fixture.numbers("kernel"),
                        fixture.numbers("stride"),
                        fixture.numbers("padding"),
                        fixture.numbers("dilation"),
                        fixture.numbers("groups"),
                        fixture.flag("bias"),
                        more))
            .output("y", Layout::channelsLast)
            .parameter("c.W", "weight", Layout::kernel);
    return withBias(network, fixture, "c.b");
  }

  private static NetworkBuilder embedding(FixtureCase fixture) {
    Tensor ids = fixture.inputs().get("ids");
    String lookup = "e = ids |> table: embedding(%s)".formatted(arguments(fixture));
    String positions = ids.shape().size() == 1 ? "" : "t, ";
    String result = "y = e";
    if (fixture.attributes().containsKey("padding_idx")) {
      result =
          "y = [%sd] select(ids[%s] == %s, stop_gradient(e[%sd]), e[%sd])"
              .formatted(
                  positions,
                  positions.replace(", ", ""),
                  fixture.numbers("padding_idx"),
                  positions,
                  positions);
    }
    return new NetworkBuilder(fixture)
        .discrete("int", "ids", ids)
        .body(lookup)
        .body(result)
        .output("y", Layout.SAME)
        .parameter("table.W", "weight", Layout.SAME);
  }

  private static NetworkBuilder embeddingBag(FixtureCase fixture) {
    return new NetworkBuilder(fixture)
        .discrete("int", "ids", fixture.inputs().get("ids"))
        .body(
            "y = ids |> table: embedding_bag(%s, mode: %s)"
                .formatted(arguments(fixture), fixture.attributes().get("mode")))
        .output("y", Layout.SAME)
        .parameter("table.W", "weight", Layout.SAME);
  }

  private static String arguments(FixtureCase fixture) {
    return String.join(", ", List.of(fixture.numbers("num"), fixture.numbers("dim")));
  }
}
