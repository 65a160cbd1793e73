package dev.nutshell.processor.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws networks of the library's layers: pipes of some layers, with connections around them. */
final class RandomLayers {
  /** Of the dimensions of an input, and of what layers make of it. */
  private static final int LARGEST = 6;

  private static final int MOST_NUMBERS = 160;

  private static final List<Layer> LAYERS = new ArrayList<>();

  static {
    anyRank();
    vectors();
    sequences();
    images();
  }

  private RandomLayers() {}

  /**
   * A layer of the table.
   *
   * @param stage what stands in the pipe; {@code $u} is replaced by a drawn size
   * @param takes the shapes that it can be applied to
   * @param gives the shape that it gives; -1 stands for the drawn size
   */
  private record Layer(String stage, Predicate<int[]> takes, UnaryOperator<int[]> gives) {}

  /**
   * A network.
   *
   * @param text a model in double precision with the output {@code p}
   * @param shape of that output
   */
  record Network(String text, List<Integer> shape) {}

  /** A network of up to four layers; the same seed draws the same. */
  static Network draw(long seed) {
    Random random = new Random(seed);
    int[] shape = random.ints(1 + random.nextInt(3), 2, LARGEST + 1).toArray();
    String input = text(shape);
    StringBuilder body = new StringBuilder("  h = x |> bias_add\n");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      int[] from = shape;
      List<Layer> fitting = LAYERS.stream().filter(each -> each.takes().test(from)).toList();
      Layer layer = fitting.get(random.nextInt(fitting.size()));
      int size = 1 + random.nextInt(LARGEST);
      String stage = "h |> " + layer.stage().replace("$u", Integer.toString(size));
      int[] to = Arrays.stream(layer.gives().apply(shape)).map(n -> n < 0 ? size : n).toArray();
      if (numbers(to) > MOST_NUMBERS) {
        continue;
      }
      boolean around = Arrays.equals(shape, to) && random.nextBoolean();
      body.append(around ? "  h = h + (%s)\n".formatted(stage) : "  h = %s\n".formatted(stage));
      shape = to;
    }
    String text =
        "model Network(): double {\n  input x: float%s\n  target to: float%s\n%s  output p = h\n"
            .formatted(input, text(shape), body);
    return new Network(
        text + "  loss mean_squared_error(p, to)\n}\n", Arrays.stream(shape).boxed().toList());
  }

  private static String text(int[] shape) {
    return IntStream.of(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static int numbers(int... shape) {
    return IntStream.of(shape).reduce(1, (a, b) -> a * b);
  }

  private static void anyRank() {
    for (String stage :
        List.of(
            "tanh",
            "gelu",
            "softplus",
            "softmax",
            "log_softmax",
            "prelu(alpha_init: constant(0.3))",
            "prelu(shared_axes: leading, alpha_regularizer: l2)",
            "dropout(0.3)",
            "gaussian_noise(0.1)",
            "alpha_dropout(0.2)",
            "spatial_dropout(0.4)",
            "bias_add",
            "layer_norm",
            "layer_norm(gamma_regularizer: l1(0.01), beta_constraint: non_neg)",
            "rms_norm",
            "batch_norm",
            "unit_normalization",
            "instance_norm(epsilon: 0.1)",
            "local_response_norm(3, alpha: 0.5)",
            "cumsum")) {
      add(stage, shape -> true, UnaryOperator.identity());
    }
    add("dense($u)", shape -> true, last(n -> -1));
    add(
        "dense($u, kernel_regularizer: l2(0.01), kernel_constraint: max_norm(3)) |> silu",
        shape -> true,
        last(n -> -1));
    add("flatten", shape -> true, shape -> new int[] {numbers(shape)});
    add("glu", shape -> shape[shape.length - 1] % 2 == 0, last(n -> n / 2));
    add("group_norm(2)", shape -> shape[shape.length - 1] % 2 == 0, UnaryOperator.identity());
  }

  private static void vectors() {
    add("repeat_vector($u)", rank(1), shape -> new int[] {-1, shape[0]});
    add("reshape((2, -1))", rank(1, 2), shape -> new int[] {2, shape[0] / 2});
  }

  private static void sequences() {
    add("rnn($u, recurrent_constraint: max_norm)", rank(2), shape -> new int[] {-1});
    add("lstm($u)", rank(2), shape -> new int[] {-1});
    add("lstm($u, return_sequences: true, recurrent_dropout: 0.2)", rank(2), last(n -> -1));
    add("gru($u, return_sequences: true, reverse: true)", rank(2), last(n -> -1));
    add("gru($u, reset_after: false, dropout: 0.2)", rank(2), shape -> new int[] {-1});
    add("bidirectional(gru, $u, merge: sum)", rank(2), shape -> new int[] {-1});
    add("stacked(rnn, $u, 2, return_sequences: true)", rank(2), last(n -> -1));
    add("time_distributed(dense($u))", rank(2), last(n -> -1));
    add("attention(1, causal: true)", rank(2), UnaryOperator.identity());
    add(
        "attention(2, kv_heads: 1)",
        shape -> shape.length == 2 && shape[1] % 2 == 0,
        UnaryOperator.identity());
    add("positions", rank(2), UnaryOperator.identity());
    add("conv1d($u, 2, padding: causal)", rank(2), last(n -> -1));
    add(
        "conv1d($u, 3, padding: same, stride: 2)",
        rank(2),
        shape -> new int[] {half(shape[0]), -1});
    add("separable_conv1d($u, 2, padding: same)", rank(2), last(n -> -1));
    add("depthwise_conv1d(2, padding: causal, depth_multiplier: 2)", rank(2), last(n -> 2 * n));
    add("conv1d_transpose($u, 3, stride: 2, padding: same)", rank(2), sequence(t -> 2 * t, -1));
    add("max_pool1d(2, padding: same)", rank(2), sequence(RandomLayers::half, 0));
    add("average_pool1d(2, stride: 1, padding: same)", rank(2), UnaryOperator.identity());
    add("global_average_pool", rank(2), shape -> new int[] {shape[1]});
    add("up_sampling1d", rank(2), sequence(t -> 2 * t, 0));
    add("zero_pad1d(1)", rank(2), sequence(t -> t + 2, 0));
    add("layer_norm(axis: (0, 1))", rank(2), UnaryOperator.identity());
    add("softmax(axis: 0)", rank(2), UnaryOperator.identity());
    add("sort", rank(2), UnaryOperator.identity());
    add("transpose", rank(2), shape -> new int[] {shape[1], shape[0]});
  }

  private static void images() {
    add("conv($u, 3, padding: same)", rank(3), last(n -> -1));
    add(
        "conv($u, 2, stride: 2, padding: same, bias_regularizer: l1(0.1)) |> silu",
        rank(3),
        shape -> new int[] {half(shape[0]), half(shape[1]), -1});
    add("separable_conv($u, 3, padding: same)", rank(3), last(n -> -1));
    add("depthwise_conv(2, padding: same, depth_multiplier: 2)", rank(3), last(n -> 2 * n));
    add(
        "conv_transpose($u, 3, stride: 2, padding: same)",
        rank(3),
        shape -> new int[] {2 * shape[0], 2 * shape[1], -1});
    add(
        "max_pool(2, padding: same)",
        rank(3),
        shape -> new int[] {half(shape[0]), half(shape[1]), shape[2]});
    add("average_pool(3, stride: 1, padding: same)", rank(3), UnaryOperator.identity());
    add("global_max_pool", rank(3), shape -> new int[] {shape[2]});
    add("layer_norm(axis: (0, 2))", rank(3), UnaryOperator.identity());
    add("resize((3, 4))", rank(3), shape -> new int[] {3, 4, shape[2]});
    add(
        "up_sampling(2, interpolation: bilinear)",
        rank(3),
        shape -> new int[] {2 * shape[0], 2 * shape[1], shape[2]});
    add("reflect_pad", rank(3), shape -> new int[] {shape[0] + 2, shape[1] + 2, shape[2]});
    add("conv_lstm1d($u, 2, padding: same)", rank(3), shape -> new int[] {shape[1], -1});
    add("time_distributed(global_average_pool)", rank(3), shape -> new int[] {shape[0], shape[2]});
  }

  private static void add(String stage, Predicate<int[]> takes, UnaryOperator<int[]> gives) {
    LAYERS.add(new Layer(stage, takes, gives));
  }

  private static Predicate<int[]> rank(int rank) {
    return shape -> shape.length == rank;
  }

  /** Of this rank, with a multiple of numbers. */
  private static Predicate<int[]> rank(int rank, int factor) {
    return shape -> shape.length == rank && numbers(shape) % factor == 0;
  }

  /** Another length of the last dimension. */
  private static UnaryOperator<int[]> last(IntUnaryOperator length) {
    return shape -> {
      int[] to = shape.clone();
      to[to.length - 1] = length.applyAsInt(shape[shape.length - 1]);
      return to;
    };
  }

  /** Another number of times, and of features unless that is 0. */
  private static UnaryOperator<int[]> sequence(IntUnaryOperator times, int features) {
    return shape -> new int[] {times.applyAsInt(shape[0]), features == 0 ? shape[1] : features};
  }

  private static int half(int length) {
    return (length + 1) / 2;
  }
}
