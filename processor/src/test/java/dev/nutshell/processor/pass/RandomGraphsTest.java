package dev.nutshell.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.ScanOutput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gradients of random graphs, and what the graphs are made of. */
class RandomGraphsTest {
  private static final int COUNT = 250;
  private static final double MOST_REDRAWN = 0.1;

  @Test
  void gradientsAgreeWithDifferences() {
    long seed = Long.getLong("nutshell.seed", 1);
    System.out.println("Random graphs: -Dnutshell.seed=" + seed);
    GradientCheck check = new GradientCheck(seed);
    RandomGraphs.check(
        seed, COUNT, graph -> check.check(graph.graph(), graph.sources(), graph.calls()));
    System.out.printf(Locale.ROOT, "Random graphs: %.1f %% redrawn%n", 100 * check.redrawRate());
    assertTrue(check.redrawRate() <= MOST_REDRAWN, "Redrawn: " + check.redrawRate());
  }

  @Test
  void allPrimitivesAreCovered() {
    Set<String> found = new TreeSet<>();
    for (RandomGraph graph : RandomGraphs.of(1, COUNT)) {
      graph.graph().nodes().forEach(node -> collect(node, found));
    }
    Set<String> missing = new TreeSet<>();
    Stream.of(Scalar.UnaryOp.values(), Scalar.BinaryOp.values(), Scalar.ReduceOp.values())
        .flatMap(Stream::of)
        .map(Enum::name)
        .forEach(missing::add);
    missing.addAll(
        List.of("Read", "Select", "Cast", "Random", "ExtentValue", "Reshape", "scan in a scan"));
    missing.addAll(List.of("scan forwards", "scan backwards", "Input", "Variable", "BYTE"));
    missing.removeAll(found);
    assertEquals(Set.of(), missing);
  }

  private static void collect(Node node, Set<String> found) {
    found.add(node.getClass().getSimpleName());
    found.add(node.type().name());
    if (node instanceof Compute compute) {
      collect(compute.body(), found);
    } else if (node instanceof ScanOutput output) {
      found.add(output.scan().reverse() ? "scan backwards" : "scan forwards");
      for (Node inner : output.scan().body()) {
        if (inner instanceof ScanOutput) {
          found.add("scan in a scan");
        }
        collect(inner, found);
      }
    }
  }

  private static void collect(Scalar scalar, Set<String> found) {
    found.add(scalar.getClass().getSimpleName());
    if (scalar instanceof Scalar.Unary unary) {
      found.add(unary.op().name());
    } else if (scalar instanceof Scalar.Binary binary) {
      found.add(binary.op().name());
    } else if (scalar instanceof Scalar.Reduce reduce) {
      found.add(reduce.op().name());
    }
    scalar.children().forEach(child -> collect(child, found));
  }

  @Test
  void aFailureIsMadeSmall() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                RandomGraphs.check(
                    3,
                    COUNT,
                    graph -> {
                      Set<String> found = new TreeSet<>();
                      graph.graph().nodes().forEach(node -> collect(node, found));
                      assertTrue(!found.contains("PRODUCT"), "a product");
                    }));
    String steps = failure.getMessage().replaceAll("(?s).*?steps \\[([^\\]]*)\\].*", "$1");
    assertEquals(1, steps.split(",").length, failure.getMessage());
  }

  @Test
  void theSameSeedGivesTheSameGraphs() {
    List<String> first = RandomGraphs.of(5, 20).stream().map(RandomGraphsTest::text).toList();
    assertEquals(first, RandomGraphs.of(5, 20).stream().map(RandomGraphsTest::text).toList());
  }

  private static String text(RandomGraph graph) {
    return String.join("\n", graph.graph().nodes().stream().map(Inspection::text).toList());
  }
}
