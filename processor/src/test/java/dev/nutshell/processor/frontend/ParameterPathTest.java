package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which paths weight files know parameters. */
class ParameterPathTest {

  private static List<String> paths(String body) {
    Model model = Elaborated.model("model M {\n  input x: float[4]\n" + body + "\n}\n");
    return model.variables().stream().map(variable -> variable.path()).toList();
  }

  @Test
  void aLabelNamesALayer() {
    assertEquals(
        List.of("a.W", "b.W"),
        paths("output y = x |> a: dense(3, bias: false) |> b: dense(2, bias: false)"));
  }

  @Test
  void aNamedValueNamesItsOnlyLayer() {
    assertEquals(List.of("y.W", "y.b"), paths("output y = relu(dense(x, 3))"));
  }

  @Test
  void severalLayersOfAValueAreNamedAfterThemselves() {
    assertEquals(
        List.of("y.dense.W", "y.dense.b", "y.dense_2.W", "y.dense_2.b"),
        paths("output y = x |> dense(3) |> relu |> dense(2)"));
  }

  @Test
  void repeatedBlocksAreNumbered() {
    assertEquals(
        List.of("blocks.0.h.W", "blocks.0.h.b", "blocks.1.h.W", "blocks.1.h.b"),
        paths("h = x\nblocks: repeat 2 { h = dense(h, 4) }\noutput y = h"));
  }

  @Test
  void layersInsideOfLayersContinueThePath() {
    String gated =
        "layer gated(x: float[..., n]) {\n"
            + "  gate = dense(x, n)\n"
            + "  return sigmoid(gate) * (x |> value: dense(n, bias: false))\n"
            + "}\n";
    Model model =
        Elaborated.model(gated + "model M {\n  input x: float[4]\n  output y = x |> g: gated\n}\n");
    assertEquals(
        List.of("g.gate.W[4, 4]", "g.gate.b[4]", "g.value.W[4, 4]"), Elaborated.variables(model));
  }

  @Test
  void anotherLayerElsewhereChangesNoPath() {
    List<String> before = paths("a = dense(x, 3)\noutput y = a |> last: dense(2)");
    List<String> after = paths("a = dense(x, 3)\nc = dense(a, 3)\noutput y = c |> last: dense(2)");
    assertEquals(before, after.stream().filter(path -> !path.startsWith("c.")).toList());
  }

  @Test
  void applicationsOfASharedLayerHaveOneParameter() {
    assertEquals(
        List.of("twin.W"),
        paths(
            "input z: float[4]\n"
                + "shared twin = dense(4, bias: false)\n"
                + "output y = twin(x) - twin(z) + (x |> twin)"));
  }

  @Test
  void aTiedParameterIsReadByItsName() {
    Model model =
        Elaborated.model(
            "model M {\n"
                + "  input word: int\n"
                + "  shared token = embedding(7, 4)\n"
                + "  h = token(word)\n"
                + "  output y = [v] sum[d] h[d] * token.W[v, d]\n"
                + "}\n");
    assertEquals(List.of("token.W[7, 4]"), Elaborated.variables(model));
    assertEquals("[batch, 7]", Elaborated.shape(model, "y"));
  }
}
