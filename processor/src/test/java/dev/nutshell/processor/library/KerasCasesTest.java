package dev.nutshell.processor.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.cli.JsonResource;
import dev.nutshell.processor.execution.GeneratedNetwork;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Keras 3.15 computes, on PyTorch in double precision (resizing: on JAX in single), where its
 * layers take arguments that the fixtures of the reference do not: masks, several axes, states of
 * both directions, scores, penalties. Each case is a model's text with inputs, variables and
 * outputs; where Keras adds a small number to what it divides by, the tolerance is wider.
 */
class KerasCasesTest {
  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Map<?, ?>> cases = new ArrayList<>();
    try (InputStream file = KerasCasesTest.class.getResourceAsStream("/keras/layers.json")) {
      ((List<?>) JsonResource.parse(file.readAllBytes()))
          .forEach(each -> cases.add((Map<?, ?>) each));
    }
    List<Model> models =
        cases.stream()
            .map(each -> Elaborated.model("model M(): double {\n" + each.get("body") + "\n}\n"))
            .toList();
    List<GeneratedNetwork> networks = GeneratedNetwork.all(models);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Map<?, ?> each = cases.get(i);
      GeneratedNetwork network = networks.get(i);
      tests.add(DynamicTest.dynamicTest((String) each.get("name"), () -> check(each, network)));
    }
    return tests.stream();
  }

  private static void check(Map<?, ?> reference, GeneratedNetwork network) {
    Map<String, Tensor> inputs = tensors(reference, "inputs");
    int batch = inputs.values().iterator().next().shape().get(0);
    Call call = Call.of(batch, inputs, tensors(reference, "variables"));
    double tolerance = (Double) reference.get("tolerance");
    var entry = network.model().entries().get(0);
    Map<String, Tensor> computed = Interpreter.evaluate(entry.inference(), call).outputs();
    Map<String, double[]> generated = network.predict(call);
    tensors(reference, "outputs")
        .forEach(
            (name, expected) -> {
              assertEquals(expected.shape(), computed.get(name).shape(), name);
              assertArrayEquals(expected.values(), computed.get(name).values(), tolerance, name);
              assertArrayEquals(expected.values(), generated.get(name), tolerance, name);
            });
    if (reference.get("penalty") instanceof Double penalty) {
      double sum =
          Interpreter.evaluate(entry.training(), call).penalties().stream()
              .mapToDouble(Double::doubleValue)
              .sum();
      assertEquals(penalty, sum, tolerance);
    }
  }

  private static Map<String, Tensor> tensors(Map<?, ?> reference, String kind) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ((Map<?, ?>) reference.get(kind))
        .forEach((name, tensor) -> tensors.put((String) name, tensor((Map<?, ?>) tensor)));
    return tensors;
  }

  private static Tensor tensor(Map<?, ?> tensor) {
    return new Tensor(
        ((List<?>) tensor.get("shape")).stream().map(each -> ((Double) each).intValue()).toList(),
        ((List<?>) tensor.get("values")).stream().mapToDouble(each -> (Double) each).toArray());
  }
}
