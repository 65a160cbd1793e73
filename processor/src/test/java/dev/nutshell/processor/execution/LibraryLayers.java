package dev.nutshell.processor.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small networks of the library's layers for images, volumes and sequences, and of what changes
 * shapes.
 */
final class LibraryLayers {
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    convolutions();
    pools();
    norms();
    shapes();
    sequences();
    attention();
  }

  private LibraryLayers() {}

  /** Texts of models in double precision, by what they show. */
  static Map<String, String> texts() {
    return TEXTS;
  }

  private static void convolutions() {
    image("conv of a sequence of images", "[3, 4, 3, 2]", "[3, 3, 2, 3]", "conv(3, 2)");
    image(
        "conv3d",
        "[3, 4, 3, 2]",
        "[2, 2, 3, 2]",
        "conv3d(2, (2, 3, 1), stride: (1, 2, 1), pad: (0, 1, 0), groups: 2)");
    image("conv3d, same", "[3, 3, 2, 1]", "[2, 2, 1, 2]", "conv3d(2, 2, stride: 2, padding: same)");
    image(
        "conv3d_transpose",
        "[2, 2, 2, 2]",
        "[4, 4, 4, 1]",
        "conv3d_transpose(1, 3, stride: 2, padding: same)");
    image(
        "conv_transpose, same",
        "[3, 2, 2]",
        "[6, 4, 3]",
        "conv_transpose(3, 3, stride: 2, padding: same)");
    image(
        "conv1d_transpose, same",
        "[4, 2]",
        "[12, 3]",
        "conv1d_transpose(3, 2, stride: 3, padding: same)");
    image(
        "depthwise_conv",
        "[5, 4, 3]",
        "[3, 2, 6]",
        "depthwise_conv(3, stride: 2, padding: same, depth_multiplier: 2)");
    image(
        "depthwise_conv1d",
        "[6, 3]",
        "[6, 3]",
        "depthwise_conv1d(3, padding: causal, dilation: 2, bias: false)");
    image("separable_conv", "[4, 4, 2]", "[4, 4, 3]", "separable_conv(3, 3, padding: same)");
    image(
        "separable_conv1d",
        "[6, 2]",
        "[2, 4]",
        "separable_conv1d(4, 3, stride: 2, depth_multiplier: 2)");
    image(
        "convolutions with penalties and constraints",
        "[4, 4, 2]",
        "[4, 4, 3]",
        "conv(2, 3, padding: same, kernel_regularizer: l2, kernel_constraint: max_norm)"
            + " |> separable_conv(3, 3, padding: same, depthwise_regularizer: l1(0.1),"
            + " pointwise_constraint: non_neg, bias_constraint: non_neg)");
  }

  private static void pools() {
    image("max_pool3d", "[3, 4, 4, 2]", "[2, 2, 2, 2]", "max_pool3d(2, padding: same)");
    image(
        "average_pool3d",
        "[3, 4, 4, 2]",
        "[2, 2, 2, 2]",
        "average_pool3d(3, stride: 2, pad: 1, count_padding: true)");
    image("lp_pool", "[4, 6, 2]", "[2, 3, 2]", "lp_pool(2)");
    image("lp_pool1d", "[6, 2]", "[2, 2]", "lp_pool1d(3, p: 4)");
    image("lp_pool3d", "[2, 2, 4, 2]", "[1, 1, 2, 2]", "lp_pool3d(2)");
    image("adaptive_average_pool", "[5, 4, 2]", "[3, 3, 2]", "adaptive_average_pool(3)");
    image("adaptive_average_pool1d", "[7, 2]", "[3, 2]", "adaptive_average_pool1d(3)");
    image("adaptive_average_pool3d", "[3, 4, 2, 1]", "[2, 2, 2, 1]", "adaptive_average_pool3d(2)");
    image("adaptive_max_pool", "[5, 4, 2]", "[3, 2, 2]", "adaptive_max_pool((3, 2))");
    image("adaptive_max_pool1d", "[7, 2]", "[4, 2]", "adaptive_max_pool1d(4)");
    image("adaptive_max_pool3d", "[3, 4, 2, 1]", "[2, 3, 2, 1]", "adaptive_max_pool3d((2, 3, 2))");
    image("global pool of a volume", "[2, 3, 2, 3]", "[3]", "global_average_pool");
    image("global pool of a sequence", "[4, 3]", "[3]", "global_max_pool");
  }

  private static void norms() {
    image("group_norm", "[3, 2, 4]", "[3, 2, 4]", "group_norm(2)");
    image("instance_norm", "[3, 2, 3]", "[3, 2, 3]", "instance_norm(center: false)");
    image("rms_norm", "[3, 4]", "[3, 4]", "rms_norm");
    image(
        "norms of several axes",
        "[3, 2, 4]",
        "[3, 2, 4]",
        "layer_norm(axis: (0, 2), gamma_regularizer: l2) |> rms_norm(axis: (-2, -1))"
            + " |> unit_normalization(axis: (0, 1))");
    image(
        "unit_normalization",
        "[2, 4]",
        "[2, 4]",
        "unit_normalization |> unit_normalization(order: 1)");
    image("local_response_norm", "[2, 2, 6]", "[2, 2, 6]", "local_response_norm(3, alpha: 0.5)");
    // Without gradient through the vectors of the power method, its own is right where that has
    // ended.
    put(
        "spectral_norm",
        """
        layer spectral(x: float[n], units: int) {
          param W: float[n, units]
          V = spectral_norm(W, power_iterations: 20)
          return [u] sum[i] x[i] * V[i, u]
        }
        """,
        "x: float[4]",
        "[3]",
        "x |> spectral(3)");
    image("spatial_dropout", "[3, 2, 4]", "[3, 2, 4]", "spatial_dropout(0.3)");
    image("gaussian noise", "[3, 4]", "[3, 4]", "gaussian_noise(0.2) |> gaussian_dropout(0.3)");
    image("alpha_dropout", "[3, 4]", "[3, 4]", "alpha_dropout(0.3)");
  }

  private static void shapes() {
    image("zero_pad", "[3, 2, 2]", "[6, 3, 2]", "zero_pad((1, 0), after: (2, 1), value: 0.5)");
    image("zero_pad1d", "[3, 2]", "[6, 2]", "zero_pad1d(1, after: 2)");
    image("zero_pad3d", "[2, 1, 2, 2]", "[4, 3, 4, 2]", "zero_pad3d");
    image("reflect_pad1d", "[4, 2]", "[7, 2]", "reflect_pad1d(2, after: 1)");
    image("reflect_pad", "[3, 4, 2]", "[7, 5, 2]", "reflect_pad((2, 1), after: (2, 0))");
    image("reflect_pad3d", "[2, 3, 2, 1]", "[4, 5, 4, 1]", "reflect_pad3d");
    image("edge_pad", "[3, 2, 2]", "[5, 4, 2]", "edge_pad");
    image("edge_pad1d", "[3, 2]", "[6, 2]", "edge_pad1d(2, after: 1)");
    image("edge_pad3d", "[2, 1, 2, 2]", "[4, 3, 4, 2]", "edge_pad3d");
    image("flip_time", "[3, 2]", "[3, 2]", "flip_time |> conv1d(2, 2, padding: causal)");
    image("cropping1d", "[5, 2]", "[2, 2]", "cropping1d(1, end: 2)");
    image("cropping", "[5, 4, 2]", "[3, 3, 2]", "cropping((1, 0), end: (1, 1))");
    image("cropping3d", "[3, 4, 3, 1]", "[1, 2, 1, 1]", "cropping3d");
    image("up_sampling", "[2, 3, 2]", "[4, 9, 2]", "up_sampling((2, 3))");
    image("up_sampling1d", "[3, 2]", "[6, 2]", "up_sampling1d");
    image("up_sampling3d", "[1, 2, 2, 1]", "[2, 4, 4, 1]", "up_sampling3d");
    image("resize", "[4, 3, 2]", "[3, 5, 2]", "resize((3, 5))");
    image("resize, aligned", "[4, 3, 1]", "[3, 5, 1]", "resize((3, 5), align_corners: true)");
    image("resize, bicubic", "[4, 3, 1]", "[7, 2, 1]", "resize((7, 2), interpolation: bicubic)");
    image("resize1d", "[4, 2]", "[7, 2]", "resize1d(7)");
    image("resize, lanczos3", "[4, 3, 1]", "[7, 2, 1]", "resize((7, 2), interpolation: lanczos3)");
    image("pixel_shuffle", "[2, 3, 4]", "[4, 6, 1]", "pixel_shuffle(2)");
    image("pixel_unshuffle", "[4, 2, 2]", "[2, 1, 8]", "pixel_unshuffle(2)");
    image("channel_shuffle", "[2, 6]", "[2, 6]", "channel_shuffle(3)");
    image("repeat_vector", "[3]", "[4, 3]", "repeat_vector(4)");
    two(
        "merging",
        "[2, 3]",
        "average((x, y, x)) + multiply((x, y)) * add((x, y)) - subtract((x, y))");
    two("extremes", "[2, 3]", "maximum((x, 2 * y)) + minimum((y, x))");
    two("concatenate", "[4, 3]", "concatenate((x, y), axis: 0)");
    two("dot", "[2, 2]", "dot((x, y), normalize: true)");
    two("dot of columns", "[3, 3]", "dot((x, y), axes: 0)");
    two(
        "dot of more dimensions",
        "[2, 3, 2]",
        "dot((x, reshape(concat(y, 2 * y), (3, 2, 2))), axes: (1, 0)) |> reshape((2, 2, 2))"
            + " |> dense(3) |> permute((0, 2, 1))");
    two("bilinear", "[2, 4]", "bilinear(x, y, 4)");
    image("einsum_dense", "[4, 6]", "[4, 2, 3]", "einsum_dense(\"tc,chd->thd\", (6, 2, 3))");
    image(
        "einsum_dense with a bias",
        "[4, 6]",
        "[4, 2, 3]",
        "einsum_dense(\"...c,chd->...hd\", (6, 2, 3), bias_axes: \"h\")");
    two("sort", "[2, 3]", "sort(x) + top_k(y, 3)[0]");
    two("cumulative", "[2, 3]", "cumsum(x, axis: 0) + cumprod(y)");
  }

  private static void sequences() {
    image("gru", "[4, 3]", "[4, 5]", "gru(5, return_sequences: true, reverse: true)");
    image("gru, reset before", "[4, 3]", "[3]", "gru(3, reset_after: false)");
    image("gru without bias", "[3, 2]", "[3]", "gru(3, bias: false)");
    image(
        "lstm with dropout",
        "[4, 3]",
        "[2]",
        "lstm(2, dropout: 0.2, recurrent_dropout: 0.3, recurrent_activation: silu)");
    image(
        "stacked",
        "[4, 2]",
        "[4, 3]",
        "stacked(gru, 3, 2, return_sequences: true, dropout_rate: 0.2)");
    image("bidirectional sum", "[4, 2]", "[3]", "bidirectional(lstm, 3, merge: sum)");
    image(
        "bidirectional conv_lstm1d",
        "[3, 4, 2]",
        "[3, 4, 4]",
        "bidirectional(conv_lstm1d(kernel: 2, padding: same), 2, return_sequences: true)");
    image(
        "conv_lstm1d with dropout",
        "[3, 4, 2]",
        "[4, 2]",
        "conv_lstm1d(2, 3, padding: same, dropout: 0.2, recurrent_dropout: 0.3,"
            + " recurrent_regularizer: l2, kernel_constraint: max_norm)");
    put(
        "lstm of late sequences",
        "",
        "x: float[t <= 5, 3] input begin: float[4] input present: bool[t]",
        "[t, 4]",
        "x |> lstm(4, h0: begin, mask: present, return_sequences: true, reverse: true)");
    put(
        "global_average_pool and softmax with masks",
        "",
        "x: float[4, 3] input present: bool[4] input seen: bool[4, 3]",
        "[3]",
        "(x |> dense(3) |> softmax(axis: 0, mask: seen)) |> global_average_pool(mask: present)");
    put(
        "two directions apart",
        """
        layer both(x: float[t, n]) {
          (forward, backward) = x |> bidirectional(gru, 2, merge: none)
          (merged, h, c, g, d) = x |> bidirectional(lstm, 2, return_state: true)
          return concat(forward * backward, merged) + concat(concat(h, c), g * d)
        }
        """,
        "x: float[3, 2]",
        "[6]",
        "x |> both");
    image("conv_lstm1d", "[3, 4, 2]", "[4, 2]", "conv_lstm1d(2, 3, padding: same)");
    image(
        "conv_lstm",
        "[3, 4, 3, 1]",
        "[3, 2, 2, 2]",
        "conv_lstm(2, (3, 2), stride: (1, 1), reverse: true, return_sequences: true)");
    image("conv_lstm3d", "[2, 2, 2, 2, 1]", "[1, 1, 1, 2]", "conv_lstm3d(2, 2)");
    put(
        "time_distributed",
        """
        layer block(x: float[n]) {
          return x |> dense(4) |> tanh |> dropout(0.1) |> dense(2)
        }
        """,
        "x: float[t <= 5, 3]",
        "[t, 2]",
        "x |> time_distributed(block)");
    put(
        "masking",
        "",
        "x: float[t <= 5, 3]",
        "[4]",
        "x |> gru(4, mask: masking(x, mask_value: 0.5))");
    put(
        "embedding_bag",
        "",
        "x: int[4]",
        "[3]",
        "embedding_bag(x, 7, 3, mode: sum) + embedding_bag(x, 7, 3) + embedding_bag(x, 7, 3, mode: max)");
  }

  private static void attention() {
    image(
        "grouped-query attention with rotary positions",
        "[4, 6]",
        "[4, 6]",
        "attention(3, kv_heads: 1, rotary: true, causal: true)");
    image(
        "attention with other sizes",
        "[3, 5]",
        "[3, 5]",
        "attention(2, key_dim: 3, value_dim: 2, dropout: 0.2)");
    put(
        "attention with its scores",
        """
        layer scored(x: float[t, n]) {
          (y, scores) = x |> attention(2, return_attention_scores: true, kernel_regularizer: l2)
          (z, other) = dot_attention(x, y, return_attention_scores: true)
          return [i, k] z[i, k] + sum[h, j] scores[h, i, j] * other[i, j]
        }
        """,
        "x: float[3, 4]",
        "[3, 4]",
        "x |> scored");
    image(
        "positions by sines",
        "[4, 6]",
        "[4, 6]",
        "sinusoidal_positions |> rotary_embedding(6, interleaved: false)");
    put(
        "dot_attention",
        "",
        "x: float[3, 4] input m: float[5, 4]",
        "[3, 4]",
        "dot_attention(x, m)");
    put(
        "dot_attention, trained",
        "",
        "x: float[3, 4] input m: float[5, 4] input seen: bool[3, 5]",
        "[3, 4]",
        "dot_attention(x, m, use_scale: true, score_mode: concat, mask: seen, dropout: 0.1)");
    put(
        "additive_attention",
        "",
        "x: float[t <= 4, 3]",
        "[t, 3]",
        "additive_attention(x, x, causal: true)");
  }

  /** A stage that is applied to one input after a layer, so that gradients go through it. */
  private static void image(String name, String from, String to, String stage) {
    put(name, "", "x: float" + from, to, "(x |> bias_add) |> " + stage);
  }

  private static void two(String name, String to, String output) {
    put(name, "", "a: float[2, 3] input y: float[2, 3]", to, output);
  }

  private static void put(
      String name, String declarations, String input, String to, String output) {
    String trained = input.startsWith("a:") ? "  x = a |> bias_add\n" : "";
    TEXTS.put(
        name,
        declarations
            + """
            model Network(): double {
              input %s
              target to: float%s
            %s  p = %s
              output p
              loss mean_squared_error(p, to)
            }
            """
                .formatted(input, to, trained, output));
  }
}
