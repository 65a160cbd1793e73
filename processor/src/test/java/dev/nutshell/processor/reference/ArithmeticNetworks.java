package dev.nutshell.processor.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Arithmetic of each number, with broadcasting, and reductions; all of a case is one sample. */
final class ArithmeticNetworks {
  static final Map<String, Function<FixtureCase, NetworkBuilder>> BY_OP = new LinkedHashMap<>();

  static {
    expression("add", each -> "a + b");
    expression("sub", each -> "a - b");
    expression("mul", each -> "a * b");
    expression("div", each -> "a / b");
    expression("maximum", each -> "max(a, b)");
    expression("minimum", each -> "min(a, b)");
    expression("pow", each -> "a ^ b");
    expression("neg", each -> "-x");
    expression("square", each -> "x ^ 2");
    expression("rsqrt", each -> "1 / sqrt(x)");
    expression("reciprocal", each -> "1 / x");
    expression(
        "clamp", each -> "clamp(x, %s, %s)".formatted(each.numbers("min"), each.numbers("max")));
    for (String function :
        List.of(
            "abs", "exp", "log", "sqrt", "sin", "cos", "tan", "asin", "atan", "sinh", "cosh", "erf",
            "expm1", "log1p", "floor", "ceil", "round", "sign")) {
      expression(function, each -> function + "(x)");
    }
    for (String operator : List.of("sum", "mean", "max", "min", "prod")) {
      BY_OP.put("reduce_" + operator, each -> new Reduction(each).of(operator, "%s"));
    }
    BY_OP.put("reduce_var", each -> new Reduction(each).centered("mean", "%s"));
    BY_OP.put(
        "reduce_std_unbiased",
        each -> {
          Reduction reduction = new Reduction(each);
          return reduction.centered("sum", "sqrt((%s) / " + (reduction.size() - 1) + ".0)");
        });
    BY_OP.put("reduce_logsumexp", each -> new Reduction(each).logSumExp());
    BY_OP.put("reduce_l2norm", each -> new Reduction(each).squares());
    for (String operator : List.of("argmax", "argmin")) {
      BY_OP.put(
          operator,
          each ->
              new NetworkBuilder(each)
                  .input("x", Layout.SAME)
                  .body("y = [k] %s[i] x[i, k]".formatted(operator))
                  .discreteOutput("y", "y", Layout.SAME));
    }
  }

  private ArithmeticNetworks() {}

  private static void expression(String op, Function<FixtureCase, String> text) {
    BY_OP.put(
        op, each -> network(each).body("y = " + text.apply(each)).output("y", Layout.ONE_SAMPLE));
  }

  private static NetworkBuilder network(FixtureCase fixture) {
    NetworkBuilder network = new NetworkBuilder(fixture);
    fixture.inputs().keySet().forEach(name -> network.input(name, Layout.ONE_SAMPLE));
    return network;
  }

  /** The axes of a case: those that are reduced, and those that are left. */
  private static final class Reduction {
    private final FixtureCase fixture;
    private final List<String> all = new ArrayList<>();
    private final List<String> reduced = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> result = new ArrayList<>();
    private int size = 1;

    Reduction(FixtureCase fixture) {
      this.fixture = fixture;
      List<Integer> shape = fixture.inputs().get("x").shape();
      List<Integer> axes =
          fixture.integers("axes").stream().map(axis -> Math.floorMod(axis, shape.size())).toList();
      IntStream.range(0, shape.size()).forEach(axis -> add(axis, shape.get(axis), axes));
    }

    private void add(int axis, int length, List<Integer> axes) {
      String name = "i" + axis;
      all.add(name);
      if (!axes.contains(axis)) {
        kept.add(name);
        result.add(name);
        return;
      }
      reduced.add(name);
      size *= length;
      if (fixture.flag("keepdims")) {
        result.add("k" + axis + " < 1");
      }
    }

    /** How many numbers go into one. */
    int size() {
      return size;
    }

    /** A reduction of the numbers, within an expression. */
    NetworkBuilder of(String operator, String around) {
      return finish(network(fixture), around.formatted(reduce(operator, "x" + read(all))));
    }

    /** The same of the squared distances from the mean. */
    NetworkBuilder centered(String operator, String around) {
      String distance = "(x%s - m%s) ^ 2".formatted(read(all), read(kept));
      return finish(
          network(fixture).body("m = " + over(kept) + reduce("mean", "x" + read(all))),
          around.formatted(reduce(operator, distance)));
    }

    NetworkBuilder squares() {
      return finish(
          network(fixture), "sqrt(%s)".formatted(reduce("sum", "x%s ^ 2".formatted(read(all)))));
    }

    NetworkBuilder logSumExp() {
      String shifted = "exp(x%s - stop_gradient(m%s))".formatted(read(all), read(kept));
      return finish(
          network(fixture).body("m = " + over(kept) + reduce("max", "x" + read(all))),
          "log(%s) + stop_gradient(m%s)".formatted(reduce("sum", shifted), read(kept)));
    }

    private NetworkBuilder finish(NetworkBuilder network, String expression) {
      return network.body("y = " + over(result) + expression).output("y", Layout.ONE_SAMPLE);
    }

    private String reduce(String operator, String operand) {
      return "%s[%s] %s".formatted(operator, String.join(", ", reduced), operand);
    }

    private static String over(List<String> axes) {
      return axes.isEmpty() ? "" : read(axes) + " ";
    }

    private static String read(List<String> axes) {
      return axes.isEmpty() ? "" : "[" + String.join(", ", axes) + "]";
    }
  }
}
