package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Recurrent layers as networks: one layer of ours for each layer and direction of PyTorch's. */
final class RecurrentNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP =
      Map.of(
          "RNN", each -> recurrent(each, "rnn", List.of("h")),
          "LSTM", each -> recurrent(each, "lstm", List.of("h", "c")),
          "LSTMCell", RecurrentNetworks::cell);

  /**
   * Initial and last states: {@code [layers, batch, units]} becomes {@code [batch, layers, units]}.
   */
  private static final UnaryOperator<Tensor> STATES = Layout.permuted(1, 0, 2);

  private RecurrentNetworks() {}

  private static NetworkBuilder recurrent(FixtureCase fixture, String layer, List<String> states) {
    NetworkBuilder network = new NetworkBuilder(fixture).input("x", Layout.SAME);
    states.forEach(state -> network.input(state + "0", STATES));
    int directions = fixture.flag("bidirectional") ? 2 : 1;
    int layers = fixture.integer("layers");
    String below = "x";
    for (int level = 0; level < layers; level++) {
      for (int direction = 0; direction < directions; direction++) {
        add(
            network,
            fixture,
            layer,
            states,
            below,
            level,
            direction,
            level * directions + direction);
      }
      below = "y" + level;
      network.body(
          directions == 1
              ? "%s = s%d".formatted(below, level)
              : "%s = concat(s%d, s%d)".formatted(below, 2 * level, 2 * level + 1));
    }
    network.body("y = " + below).output("y", Layout.SAME);
    for (String state : states) {
      network.body("%s_n = %s".formatted(state, stacked(state, layers * directions)));
      network.output(state + "_n", STATES);
    }
    return network;
  }

  private static void add(
      NetworkBuilder network,
      FixtureCase fixture,
      String layer,
      List<String> states,
      String below,
      int level,
      int direction,
      int number) {
    List<String> arguments = new ArrayList<>();
    arguments.add(fixture.numbers("hidden"));
    arguments.add("bias: " + fixture.flag("bias"));
    arguments.add("return_sequences: true");
    arguments.add("return_state: true");
    arguments.add("reverse: " + (direction == 1));
    if (fixture.attributes().containsKey("activation")) {
      arguments.add("activation: " + fixture.attributes().get("activation"));
    }
    for (String state : states) {
      arguments.add("%s0: [u] %s0[%d, u]".formatted(state, state, number));
    }
    String last =
        states.stream().map(state -> "last_" + state + number).collect(Collectors.joining(", "));
    network.body(
        "(s%d, %s) = %s |> l%d: %s(%s)"
            .formatted(number, last, below, number, layer, String.join(", ", arguments)));
    String suffix = "_l" + level + (direction == 1 ? "_reverse" : "");
    network
        .parameter("l" + number + ".W", "weight_ih" + suffix, Layout.TRANSPOSED)
        .parameter("l" + number + ".U", "weight_hh" + suffix, Layout.TRANSPOSED);
    if (fixture.flag("bias")) {
      network.sum("l" + number + ".b", "bias_ih" + suffix, "bias_hh" + suffix);
    }
  }

  /** The last states of all layers, one below the other. */
  private static String stacked(String state, int count) {
    String value = "last_%s%d[u]".formatted(state, count - 1);
    for (int i = count - 2; i >= 0; i--) {
      value = "select(k == %d, last_%s%d[u], %s)".formatted(i, state, i, value);
    }
    return "[k < %d, u] %s".formatted(count, value);
  }

  private static NetworkBuilder cell(FixtureCase fixture) {
    return new NetworkBuilder(fixture)
        .input("x", Layout.reshaped(-1, 1, fixture.integer("input")))
        .input("h", Layout.SAME)
        .input("c", Layout.SAME)
        .body(
            "(last, h_next, c_next) = x |> l: lstm(%s, h0: h, c0: c, return_state: true)"
                .formatted(fixture.numbers("hidden")))
        .body("output last")
        .output("h_next", Layout.SAME)
        .output("c_next", Layout.SAME)
        .parameter("l.W", "weight_ih", Layout.TRANSPOSED)
        .parameter("l.U", "weight_hh", Layout.TRANSPOSED)
        .sum("l.b", "bias_ih", "bias_hh");
  }
}
