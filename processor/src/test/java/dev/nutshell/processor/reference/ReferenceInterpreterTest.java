package dev.nutshell.processor.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.graph.Verifier;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The library's layers and the derivative rules, by the interpreter, against what PyTorch and Keras
 * computed in double precision.
 */
@ExtendWith(ReferenceReport.Provider.class)
class ReferenceInterpreterTest {

  static List<ReferenceNetwork> networks() {
    return ReferenceCatalog.networks();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agrees(ReferenceNetwork network, ReferenceReport report) {
    report.run(network.file(), network.id(), deviations -> compare(network, deviations));
  }

  private static void compare(ReferenceNetwork network, Deviations deviations) {
    Model model = network.model(Precision.DOUBLE);
    Model.EntryPoint entry = model.entries().get(0);
    assertEquals(
        network.variables().keySet(),
        model.variables().stream().map(Variable::path).collect(Collectors.toSet()));
    Call call = network.call();

    Evaluation inference = Interpreter.evaluate(entry.inference(), call);
    network.outputs().forEach((name, expected) -> sameShape(expected, inference, name));
    Graph training = Compiler.differentiate(model).get(entry.name());
    Verifier.verify(training);
    Evaluation trained = Interpreter.evaluate(training, call);
    assertTrue(trained.gradients().keySet().containsAll(network.gradients().keySet()));
    network.compare(
        deviations,
        network.dbl(),
        new ReferenceNetwork.Found(
            name -> inference.outputs().get(name).values(),
            path -> trained.gradients().get(path).values(),
            path -> trained.updates().get(path).values(),
            trained::objective));
  }

  private static void sameShape(Tensor expected, Evaluation inference, String name) {
    assertEquals(expected.shape(), inference.outputs().get(name).shape(), name);
  }
}
