package dev.nutshell.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums that read at every so many points alone become sums over operands with zeros between. */
class DilationTest {

  @Test
  void aTransposedConvolutionIsAConvolution() {
    List<Compute> sums =
        sums("[9, 9, 8]", "conv_transpose(16, 3, stride: 2, padding: same, bias: false)");
    assertEquals(1, sums.size());
    assertEquals(List.of(), ((Scalar.Reduce) sums.get(0).body()).guards());
  }

  @Test
  void strideThreeInTwoDimensionsStaysAsItIs() {
    List<Compute> sums = sums("[9, 9, 8]", "conv_transpose(16, 5, stride: 3, bias: false)");
    assertEquals(1, sums.size());
    String text = Inspection.text(sums.get(0));
    assertTrue(text.contains("op=REMAINDER"), text);
  }

  @Test
  void strideThreeInOneDimensionIsDilated() {
    List<Compute> sums = sums("[9, 8]", "conv1d_transpose(16, 5, stride: 3, bias: false)");
    assertEquals(1, sums.size());
    assertEquals(List.of(), ((Scalar.Reduce) sums.get(0).body()).guards());
  }

  /** The nodes that add up products in what a layer becomes. */
  private static List<Compute> sums(String shape, String layer) {
    Graph graph =
        Simplification.simplify(
            Elaborated.model(
                    "model M { input x: float" + shape + " output y = x |> " + layer + " }")
                .entries()
                .get(0)
                .inference());
    return graph.nodes().stream()
        .filter(Compute.class::isInstance)
        .map(Compute.class::cast)
        .filter(node -> node.body() instanceof Scalar.Reduce)
        .toList();
  }
}
