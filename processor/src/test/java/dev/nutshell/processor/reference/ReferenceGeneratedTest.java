package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.execution.GeneratedNetwork;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.Storage;
import dev.nutshell.training.TrainingModel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same cases through generated classes. */
class ReferenceGeneratedTest {

  /**
   * In double precision, generated code gives what the interpreter gives, up to the order of sums.
   */
  @TestFactory
  List<DynamicTest> doublePrecision() {
    return tests(Precision.DOUBLE);
  }

  /** In single precision, it gives what PyTorch gives in double, up to the case's tolerance. */
  @TestFactory
  List<DynamicTest> singlePrecision() {
    return tests(Precision.FLOAT);
  }

  private static List<DynamicTest> tests(Precision precision) {
    List<ReferenceNetwork> references = ReferenceCatalog.networks();
    List<GeneratedNetwork> networks =
        GeneratedNetwork.all(references.stream().map(each -> each.model(precision)).toList());
    return IntStream.range(0, references.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    references.get(i).id(),
                    () -> check(references.get(i), networks.get(i), precision)))
        .toList();
  }

  private static void check(
      ReferenceNetwork reference, GeneratedNetwork network, Precision precision) {
    if (precision == Precision.FLOAT) {
      compare(reference, network, reference.outputs(), reference.gradients(), reference.states());
      return;
    }
    Graph training = Compiler.differentiate(network.model()).get("predict");
    Evaluation inference =
        Interpreter.evaluate(network.model().entries().get(0).inference(), reference.call());
    Evaluation trained = Interpreter.evaluate(training, reference.call());
    compare(reference, network, inference.outputs(), trained.gradients(), trained.updates());
  }

  private static void compare(
      ReferenceNetwork reference,
      GeneratedNetwork network,
      Map<String, Tensor> outputs,
      Map<String, Tensor> gradients,
      Map<String, Tensor> states) {
    boolean isSingle = network.spec().precision() == dev.nutshell.inference.Precision.FLOAT;
    Call call = reference.call();
    Map<String, double[]> predicted = network.predict(call);
    outputs.forEach(
        (name, expected) ->
            tolerance(reference, isSingle, expected).check(name, expected, predicted.get(name)));
    try (TrainingModel training = network.training(call, 1)) {
      training.backward(call.batch());
      gradients.forEach(
          (path, expected) ->
              tolerance(reference, isSingle, expected)
                  .check("gradient of " + path, expected, values(training.gradients().get(path))));
      states.forEach(
          (path, expected) ->
              tolerance(reference, isSingle, expected)
                  .check(path, expected, values(training.variables().get(path))));
    }
  }

  private static Tolerance tolerance(
      ReferenceNetwork reference, boolean isSingle, Tensor expected) {
    return isSingle ? reference.single() : Tolerance.rounding(expected);
  }

  private static double[] values(Storage storage) {
    return IntStream.range(0, storage.size()).mapToDouble(storage::get).toArray();
  }
}
