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
          "GRU", each -> recurrent(each, "gru", List.of("h")),
          "LSTMCell", each -> cell(each, "lstm", List.of("h", "c")),
          "GRUCell", each -> cell(each, "gru", List.of("h")));

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
    parameters(network, layer, "l" + number, suffix, fixture.flag("bias"));
  }

  private static void parameters(
      NetworkBuilder network, String layer, String path, String suffix, boolean bias) {
    UnaryOperator<Tensor> gates =
        layer.equals("gru") ? RecurrentNetworks::updateFirst : each -> each;
    UnaryOperator<Tensor> weights = each -> Layout.TRANSPOSED.apply(gates.apply(each));
    network
        .parameter(path + ".W", "weight_ih" + suffix, weights)
        .parameter(path + ".U", "weight_hh" + suffix, weights);
    if (bias && layer.equals("gru")) {
      network.rows(path + ".b", List.of("bias_ih" + suffix, "bias_hh" + suffix), gates);
    } else if (bias) {
      network.sum(path + ".b", "bias_ih" + suffix, "bias_hh" + suffix);
    }
  }

  /** PyTorch's gates stand in the order reset, update, new; ours begin with the update. */
  private static Tensor updateFirst(Tensor gates) {
    int units = gates.shape().get(0) / 3;
    double[] reset = Layout.rows(0, units).apply(gates).values();
    double[] update = Layout.rows(units, 2 * units).apply(gates).values();
    double[] values = gates.values().clone();
    System.arraycopy(update, 0, values, 0, update.length);
    System.arraycopy(reset, 0, values, update.length, reset.length);
    return new Tensor(gates.shape(), values);
  }

  /** The last states of all layers, one below the other. */
  private static String stacked(String state, int count) {
    String value = "last_%s%d[u]".formatted(state, count - 1);
    for (int i = count - 2; i >= 0; i--) {
      value = "select(k == %d, last_%s%d[u], %s)".formatted(i, state, i, value);
    }
    return "[k < %d, u] %s".formatted(count, value);
  }

  private static NetworkBuilder cell(FixtureCase fixture, String layer, List<String> states) {
    NetworkBuilder network =
        new NetworkBuilder(fixture).input("x", Layout.reshaped(-1, 1, fixture.integer("input")));
    List<String> arguments = new ArrayList<>(List.of(fixture.numbers("hidden")));
    for (String state : states) {
      network.input(state, Layout.SAME);
      arguments.add("%s0: %s".formatted(state, state));
    }
    String next = states.stream().map(state -> state + "_next").collect(Collectors.joining(", "));
    network
        .body(
            "(last, %s) = x |> l: %s(%s, return_state: true)"
                .formatted(next, layer, String.join(", ", arguments)))
        .body("output last");
    states.forEach(state -> network.output(state + "_next", Layout.SAME));
    parameters(network, layer, "l", "", true);
    return network;
  }
}
