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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The library's layers and the derivative rules, by the interpreter, against what PyTorch computed
 * in double precision.
 */
class ReferenceInterpreterTest {

  static List<ReferenceNetwork> networks() {
    return ReferenceCatalog.networks();
  }

  @Test
  void everyCaseHasANetworkOrAReason() {
    Set<String> unexplained = new TreeSet<>();
    for (FixtureCase each : ReferenceCatalog.cases()) {
      if (ReferenceCatalog.has(each.op()) == ReferenceCatalog.ABSENT.containsKey(each.op())) {
        unexplained.add(each.op());
      }
    }
    assertEquals(Set.of(), unexplained);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agrees(ReferenceNetwork network) {
    Model model = network.model(Precision.DOUBLE);
    Model.EntryPoint entry = model.entries().get(0);
    assertEquals(
        network.variables().keySet(),
        model.variables().stream().map(Variable::path).collect(Collectors.toSet()));
    Call call = network.call();

    Evaluation inference = Interpreter.evaluate(entry.inference(), call);
    network
        .outputs()
        .forEach((name, expected) -> check(network, name, expected, inference.outputs().get(name)));

    Graph training = Compiler.differentiate(model).get(entry.name());
    Verifier.verify(training);
    Evaluation trained = Interpreter.evaluate(training, call);
    network
        .gradients()
        .forEach(
            (path, expected) ->
                check(network, "gradient of " + path, expected, trained.gradients().get(path)));
    network
        .states()
        .forEach((path, expected) -> check(network, path, expected, trained.updates().get(path)));
    assertTrue(trained.gradients().keySet().containsAll(network.gradients().keySet()));
  }

  private static void check(ReferenceNetwork network, String what, Tensor expected, Tensor found) {
    assertEquals(expected.shape(), found.shape(), what);
    network.dbl().check(what, expected, found.values());
  }
}
