package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Activations as networks of one call. */
final class ActivationNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP = new LinkedHashMap<>();

  static {
    call("relu", each -> "relu(x)");
    call(
        "leaky_relu", each -> "leaky_relu(x, negative_slope: %s)".formatted(each.numbers("slope")));
    call("elu", each -> "elu(x, alpha: %s)".formatted(each.numbers("alpha")));
    call("selu", each -> "selu(x)");
    rounded("celu", each -> "celu(x, alpha: %s)".formatted(each.numbers("alpha")));
    call(
        "gelu",
        each ->
            "gelu(x, approximate: %s)"
                .formatted(!each.attributes().get("approximate").equals("none")));
    call("silu", each -> "swish(x)");
    call("mish", each -> "mish(x)");
    call("softplus", each -> "softplus(x, beta: %s)".formatted(each.numbers("beta")));
    call("softsign", each -> "softsign(x)");
    call("tanh", each -> "tanh(x)");
    call("sigmoid", each -> "sigmoid(x)");
    rounded("hardsigmoid", each -> "hard_sigmoid(x)");
    call("hardswish", each -> "hard_silu(x)");
    call("relu6", each -> "relu6(x)");
    call("logsigmoid", each -> "log_sigmoid(x)");
    call("tanhshrink", each -> "tanh_shrink(x)");
    call(
        "hardtanh",
        each -> "hard_tanh(x, %s, %s)".formatted(each.numbers("min"), each.numbers("max")));
    call("softshrink", each -> "soft_shrink(x, threshold: %s)".formatted(each.numbers("lambda")));
    call("hardshrink", each -> "hard_shrink(x, threshold: %s)".formatted(each.numbers("lambda")));
    call(
        "threshold",
        each -> "threshold(x, %s, %s)".formatted(each.numbers("threshold"), each.numbers("value")));
    call("exp", each -> "exponential(x)");
    call("square", each -> "x ^ 2");
    call("identity", each -> "linear(x)");
    along("softmax", "softmax(x)");
    along("log_softmax", "log_softmax(x)");
    along("softmin", "softmax(-x)");
    along("glu", "glu(x)");
    BY_OP.put("prelu", ActivationNetworks::prelu);
    BY_OP.put(
        "swiglu",
        each ->
            new NetworkBuilder(each)
                .input("gate", Layout.SAME)
                .input("up", Layout.SAME)
                .body("y = swiglu(gate, up)")
                .output("y", Layout.SAME));
  }

  private ActivationNetworks() {}

  /** A function of each number. */
  private static void call(String op, Function<FixtureCase, String> text) {
    BY_OP.put(op, each -> network(each, text.apply(each), Layout.SAME));
  }

  /** A function whose gradient PyTorch computes with constants of single precision. */
  private static void rounded(String op, Function<FixtureCase, String> text) {
    BY_OP.put(op, each -> network(each, text.apply(each), Layout.SAME).roundedConstants());
  }

  /** A function along an axis, which is the last of ours. */
  private static void along(String op, String text) {
    BY_OP.put(op, each -> network(each, text, lastAxis(each)));
  }

  private static UnaryOperator<Tensor> lastAxis(FixtureCase fixture) {
    return switch (fixture.integer("axis")) {
      case -1 -> Layout.SAME;
      case 0 -> Layout.ONE_SAMPLE;
      default -> Layout::channelsLast;
    };
  }

  private static NetworkBuilder network(
      FixtureCase fixture, String text, UnaryOperator<Tensor> layout) {
    return new NetworkBuilder(fixture).input("x", layout).body("y = " + text).output("y", layout);
  }

  private static NetworkBuilder prelu(FixtureCase fixture) {
    String slopes = fixture.integer("channels") == 1 ? "all" : "leading";
    return network(
            fixture, "x |> p: prelu(shared_axes: %s)".formatted(slopes), Layout::channelsLast)
        .parameter("p.alpha", "weight", Layout.SAME);
  }
}
