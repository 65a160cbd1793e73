package dev.nutshell.processor.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small networks in which every layer, loss and metric of the library occurs, most of them in
 * several shapes; activations and losses are those of {@link LibraryLosses}.
 */
final class LibraryNetworks {
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    TEXTS.putAll(LibraryLayers.texts());
    regression("dense", "x: float[5]", "y: float[3]", "x |> dense(4) |> tanh |> dense(3)");
    regression("dense of one", "x: float[1]", "y: float[1]", "x |> dense(1, bias: false)");
    regression("dense along a sequence", "x: float[4, 5]", "y: float[4, 3]", "x |> dense(3)");
    regression("bias", "x: float[2, 5]", "y: float[2, 5]", "x |> bias_add");
    regression("conv", "x: float[5, 4, 2]", "y: float[3, 2, 3]", "x |> conv(3, 3)");
    regression(
        "conv, same",
        "x: float[5, 6, 2]",
        "y: float[3, 3, 4]",
        "x |> conv(4, (3, 2), stride: 2, padding: same)");
    regression(
        "conv, groups",
        "x: float[5, 5, 4]",
        "y: float[5, 5, 6]",
        "x |> conv(6, 3, pad: 2, dilation: 2, groups: 2)");
    regression(
        "conv, one channel",
        "x: float[6, 6, 1]",
        "y: float[2, 2, 1]",
        "x |> conv(1, 5, bias: false)");
    regression(
        "conv1d", "x: float[7, 3]", "y: float[4, 4]", "x |> conv1d(4, 3, stride: 2, pad: 1)");
    regression(
        "conv1d, causal",
        "x: float[7, 3]",
        "y: float[7, 2]",
        "x |> conv1d(2, 3, padding: causal, dilation: 2)");
    regression(
        "conv_transpose",
        "x: float[3, 4, 2]",
        "y: float[6, 8, 3]",
        "x |> conv_transpose(3, 3, stride: 2, pad: 1, output_pad: 1)");
    regression(
        "conv_transpose, groups",
        "x: float[3, 3, 4]",
        "y: float[5, 5, 2]",
        "x |> conv_transpose(2, 3, groups: 2)");
    regression(
        "conv1d_transpose",
        "x: float[4, 2]",
        "y: float[9, 3]",
        "x |> conv1d_transpose(3, 3, stride: 2)");
    regression("max_pool", "x: float[5, 6, 2]", "y: float[2, 3, 2]", "x |> max_pool(2)");
    regression(
        "max_pool, padded",
        "x: float[5, 6, 2]",
        "y: float[3, 3, 2]",
        "x |> max_pool(3, stride: 2, pad: 1)");
    regression(
        "max_pool1d", "x: float[7, 2]", "y: float[4, 2]", "x |> max_pool1d(2, padding: same)");
    regression(
        "average_pool",
        "x: float[5, 6, 2]",
        "y: float[3, 3, 2]",
        "average_pool(x, 2, padding: same) + average_pool(x, 3, stride: 2, pad: 1, count_padding: true)");
    regression(
        "average_pool1d",
        "x: float[7, 2]",
        "y: float[4, 2]",
        "x |> average_pool1d(3, stride: 2, pad: 1)");
    regression(
        "global pools",
        "x: float[3, 4, 5]",
        "y: float[5]",
        "global_average_pool(x) + global_max_pool(x)");
    regression("layer_norm", "x: float[3, 6]", "y: float[3, 6]", "x |> layer_norm");
    regression("batch_norm", "x: float[6]", "y: float[6]", "x |> dense(6) |> batch_norm");
    regression(
        "batch_norm of images",
        "x: float[3, 4, 2]",
        "y: float[3, 4, 2]",
        "x |> batch_norm(momentum: 0.9, unbiased: true, center: false)");
    regression("dropout", "x: float[4, 5]", "y: float[4, 5]", "x |> dropout(0.4) |> dropout(0.2)");
    regression("rnn", "x: float[4, 3]", "y: float[5]", "x |> rnn(5)");
    regression(
        "rnn of relu, reversed",
        "x: float[4, 3]",
        "y: float[4, 5]",
        "x |> rnn(5, activation: relu, reverse: true, return_sequences: true)");
    regression("lstm", "x: float[4, 3]", "y: float[4, 2]", "x |> lstm(2, return_sequences: true)");
    regression("lstm of a bounded length", "x: float[t <= 5, 3]", "y: float[2]", "x |> lstm(2)");
    regression(
        "bidirectional lstm, masked",
        "x: float[t <= 5, 3] input present: bool[t]",
        "y: float[t, 4]",
        "x |> bidirectional(lstm, 2, return_sequences: true, mask: present)");
    regression("attention", "x: float[4, 6]", "y: float[4, 6]", "x |> attention(3, causal: true)");
    regression(
        "attention to a memory of a bounded length",
        "x: float[4, 6] input m: float[s <= 5, 3] input seen: bool[s]",
        "y: float[4, 6]",
        "attention(x, 2, memory: m, mask: seen)");
    regression(
        "scaled_dot_product_attention",
        "x: float[t <= 6, 4]",
        "y: float[t, 4]",
        "scaled_dot_product_attention(x, tanh(x), 2 * x, causal: true)");
    regression(
        "shapes",
        "x: float[2, 3, 2]",
        "y: float[4, 5]",
        "concat(zero_pad(x, (0, 1)) |> flatten, flatten(x)) |> dense(4) |> tiles |> transpose");
    regression(
        "positions",
        "tokens: int[4] input x: float[4, 3]",
        "y: float[4, 3]",
        "x + (embedding(tokens, 7, 3) |> positions)");
    regression(
        "lengths with the names of loops",
        "i: float[rows <= 6, 3] input from: float[count <= 4]",
        "to: float[2]",
        "(i |> rnn(2)) + (sum[j] from[j])");
    loss(
        "metrics",
        "x: float[3, 5]",
        "y: int[3] target side: float[3, 2]",
        """
        logits = x |> dense(5)
        loss cross_entropy(logits, y)
        loss binary_cross_entropy_with_logits(x |> dense(2), side)
        metric accuracy(logits, y)
        metric confusion_matrix(logits, y)
        metric binary_accuracy(x |> dense(2), side)
        """);
    loss(
        "penalties and constraints",
        "x: float[5]",
        "y: float[2]",
        """
        param V: float[5, 2] init he_normal regularizer l1(rate: 0.1) constraint max_norm
        param U: float[5, 2] init he_normal regularizer l2(rate: 0.1) constraint unit_norm
        param T: float[5, 2] init orthogonal regularizer l1_l2(0.1) constraint min_max_norm(0.5)
        param S: float[5, 2] regularizer orthogonal_regularizer(mode: columns) constraint non_neg
        param R: float[5, 2] regularizer no_penalty constraint linear
        loss activity = activity_regularization(x |> dense(2), l2: 0.1)
        loss mean_squared_error([k] sum[i] x[i] * (V[i, k] + U[i, k] + T[i, k] + S[i, k] + R[i, k]), y)
        """);
    TEXTS.putAll(LibraryLosses.texts());
    TEXTS.putAll(LibraryPreprocessing.texts());
  }

  private static final String TILES =
      """
      fun tiles(x: float[n]) {
        return [i < 5, k] x[k] * float(i + 1)
      }
      """;

  private LibraryNetworks() {}

  /** Texts of models in double precision, by what they show. */
  static Map<String, String> texts() {
    return TEXTS;
  }

  private static void regression(String name, String input, String target, String output) {
    String prediction = "y".equals(target.substring(0, 1)) ? "y" : "to";
    loss(
        name,
        input,
        target,
        "p = %s output p loss mean_squared_error(p, %s)".formatted(output, prediction));
  }

  private static void loss(String name, String input, String target, String rest) {
    String extra = rest.contains("tiles") ? TILES : "";
    String output = rest.contains("output") ? "" : "output shown = [...] 2 * x[...]\n";
    TEXTS.put(
        name,
        extra
            + "model Network(): double {\n  input %s\n  target %s\n  %s\n%s}\n"
                .formatted(input, target, rest, output));
  }
}
