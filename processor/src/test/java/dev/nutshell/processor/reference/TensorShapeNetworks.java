package dev.nutshell.processor.reference;

import dev.nutshell.processor.graph.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Operations that move, choose or multiply the numbers of tensors, as functions of the library or,
 * where it has none, as the index notation that takes its place. Most know no batch: all of the
 * case is one sample.
 */
final class TensorShapeNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP = new LinkedHashMap<>();

  /** Matrix products that differ by their shapes alone, by the names of their cases. */
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "matmul_2d", "[i, j] sum[k] a[i, k] * b[k, j]",
          "matmul_batched", "[n, i, j] sum[k] a[n, i, k] * b[n, k, j]",
          "matmul_broadcast", "[n, i, j] sum[k] a[n, i, k] * b[k, j]",
          "matmul_broadcast2", "[n, m, i, j] sum[k] a[n, 0, i, k] * b[m, k, j]",
          "matmul_vec_mat", "[j] sum[k] a[k] * b[k, j]",
          "matmul_mat_vec", "[i] sum[k] a[i, k] * b[k]",
          "matmul_dot", "sum[k] a[k] * b[k]",
          "matmul_t01", "dot((a, b))",
          "matmul_t10", "dot((a, b), axes: 0)",
          "matmul_t11", "dot((a, b), axes: (0, 1))");

  /** Windows of 3 × 3 side by side, with a step of 2 and a border of zeros. */
  private static final String PATCHES =
      """
      [u < 36, p < 12]
          sum[z < 1]
            x[
              floor_div(u, 9),
              2 * floor_div(p, 3) + floor_div(u % 9, 3) - 1 + z,
              2 * (p % 3) + u % 3 - 1
            ]
      """
          .strip();

  static {
    whole("matmul", each -> PRODUCTS.get(each.id()));
    whole("einsum", each -> "einsum(\"" + each.attributes().get("equation") + "\", a, b)");
    whole("gemm", each -> "[i, j] %s * (sum[k] a[i, k] * b[k, j]) + %s * c[j]", "alpha", "beta");
    whole("permute", each -> "permute(x, %s)", "perm");
    whole("reshape", each -> "reshape(x, %s)", "shape");
    whole("expand", each -> "x + full(%s, 0.0)", "shape");
    whole("slice", each -> "[i, j < 2, k < 6] x[i, 2 * j + 1, k + 2]");
    whole("flip", each -> "[i, j < 5] x[i, 4 - j]");
    whole("roll", each -> "[i, j < 5] x[i, (j - 2) %% 5]");
    whole("tile", each -> "[i < 4, j, k < 6] x[i %% 2, j, k %% 2]");
    whole("tril", each -> "[n, i, j] select(j <= i, x[n, i, j], 0)");
    whole("concat", each -> "concatenate((a, b), axis: %s)", "axis");
    whole("stack", each -> "[i, s < 2, k] select(s == 0, a[i, k], b[i, k])");
    whole("gather_elements", each -> "[i, j] x[i, index[i, j]]");
    whole("gather", each -> "[i, j] x[i, index[j]]");
    whole("scatter_add", each -> "[i, k] x[i, k] + sum[j] select(index[i, j] == k, src[i, j], 0)");
    whole("where", each -> "select(cond, a, b)");
    whole("masked_fill", each -> "select(mask, %s, x)", "value");
    sampled("flatten", each -> "flatten(x)", Layout.SAME);
    sampled("im2col", each -> PATCHES, Layout.SAME);
    sampled("cumsum", each -> "cumsum(x, axis: 0)", Layout.SAME);
    sampled("cumprod", each -> "cumprod(x)", Layout.SAME);
    sampled("pad", TensorShapeNetworks::pad, Layout::channelsLast);
    sampled("upsample", TensorShapeNetworks::resize, Layout::channelsLast);
    sampled("pixel_shuffle", each -> "pixel_shuffle(x, 2)", Layout::channelsLast);
    sampled("pixel_unshuffle", each -> "pixel_unshuffle(x, 2)", Layout::channelsLast);
    sampled("channel_shuffle", each -> "channel_shuffle(x, 2)", Layout::channelsLast);
    BY_OP.put("split", TensorShapeNetworks::split);
    BY_OP.put("sort", each -> ordered(each, "(sort(x, descending: true), top_k(x, 5)[1])"));
    BY_OP.put("topk", each -> ordered(each, "top_k(x, %s)".formatted(each.numbers("k"))));
    BY_OP.put("one_hot", TensorShapeNetworks::oneHot);
  }

  private TensorShapeNetworks() {}

  /** An expression in which {@code %s} stands for attributes. */
  private static void whole(
      String op, Function<FixtureCase, String> expression, String... attributes) {
    BY_OP.put(
        op,
        each -> {
          Object[] values = List.of(attributes).stream().map(each::numbers).toArray();
          return network(each, expression.apply(each).formatted(values), Layout.ONE_SAMPLE);
        });
  }

  private static void sampled(
      String op, Function<FixtureCase, String> expression, UnaryOperator<Tensor> layout) {
    BY_OP.put(op, each -> network(each, expression.apply(each), layout));
  }

  private static NetworkBuilder network(
      FixtureCase fixture, String expression, UnaryOperator<Tensor> layout) {
    return inputs(fixture, layout).body("y = " + expression).output("y", layout);
  }

  private static NetworkBuilder inputs(FixtureCase fixture, UnaryOperator<Tensor> layout) {
    NetworkBuilder network = new NetworkBuilder(fixture);
    fixture
        .inputs()
        .forEach(
            (name, tensor) -> {
              if (List.of("cond", "mask").contains(name)) {
                network.discrete("bool", name, layout.apply(tensor));
              } else if (List.of("index", "ids").contains(name)) {
                network.discrete("int", name, layout.apply(tensor));
              } else {
                network.input(name, layout);
              }
            });
    return network;
  }

  private static NetworkBuilder ordered(FixtureCase fixture, String expression) {
    return inputs(fixture, Layout.SAME)
        .body("(y, order) = " + expression)
        .output("y", Layout.SAME)
        .discreteOutput("order", "indices", Layout.SAME);
  }

  private static NetworkBuilder oneHot(FixtureCase fixture) {
    return inputs(fixture, Layout.SAME)
        .body("y = [i, k < %s] select(ids[i] == k, 1.0, 0.0)".formatted(fixture.numbers("classes")))
        .discreteOutput("y", "y", Layout.SAME);
  }

  /** Pads of all four dimensions, of which height and width have some. */
  private static String pad(FixtureCase fixture) {
    String mode = (String) fixture.attributes().get("mode");
    String function =
        Map.of("constant", "zero_pad", "reflect", "reflect_pad", "edge", "edge_pad").get(mode);
    String value = mode.equals("constant") ? ", value: " + fixture.numbers("value") : "";
    return "%s(x, %s, after: %s%s)"
        .formatted(function, pair(fixture, "pads_begin"), pair(fixture, "pads_end"), value);
  }

  private static String pair(FixtureCase fixture, String attribute) {
    List<?> all = (List<?>) fixture.attributes().get(attribute);
    return "(%d, %d)".formatted(((Double) all.get(2)).intValue(), ((Double) all.get(3)).intValue());
  }

  private static String resize(FixtureCase fixture) {
    String corners = String.valueOf(Boolean.TRUE.equals(fixture.attributes().get("align_corners")));
    String mode = (String) fixture.attributes().get("mode");
    boolean bySize = fixture.attributes().containsKey("size");
    return "%s(x, %s, interpolation: %s, align_corners: %s)"
        .formatted(
            bySize ? "resize" : "up_sampling",
            fixture.numbers(bySize ? "size" : "scale"),
            mode,
            corners);
  }

  private static NetworkBuilder split(FixtureCase fixture) {
    NetworkBuilder network = inputs(fixture, Layout.ONE_SAMPLE);
    int begin = 0;
    List<?> sizes = (List<?>) fixture.attributes().get("sizes");
    for (int part = 0; part < sizes.size(); part++) {
      int size = ((Double) sizes.get(part)).intValue();
      network
          .body("y%d = [i, j, k < %d] x[i, j, k + %d]".formatted(part, size, begin))
          .output("y" + part, Layout.ONE_SAMPLE);
      begin += size;
    }
    return network;
  }
}
