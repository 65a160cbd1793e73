package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.execution.Agreement;
import dev.nutshell.processor.execution.GeneratedNetwork;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
    return tests(
        Precision.DOUBLE, (reference, network) -> Agreement.check(network, reference.call()));
  }

  /** In single precision, it gives what PyTorch gives in double, up to the case's tolerance. */
  @TestFactory
  List<DynamicTest> singlePrecision() {
    return tests(Precision.FLOAT, ReferenceGeneratedTest::check);
  }

  private static List<DynamicTest> tests(
      Precision precision, BiConsumer<ReferenceNetwork, GeneratedNetwork> check) {
    List<ReferenceNetwork> references = ReferenceCatalog.networks();
    List<GeneratedNetwork> networks =
        GeneratedNetwork.all(references.stream().map(each -> each.model(precision)).toList());
    return IntStream.range(0, references.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    references.get(i).id(), () -> check.accept(references.get(i), networks.get(i))))
        .toList();
  }

  private static void check(ReferenceNetwork reference, GeneratedNetwork network) {
    Tolerance tolerance = reference.single();
    Call call = reference.call();
    Map<String, double[]> predicted = network.predict(call);
    reference
        .outputs()
        .forEach((name, expected) -> tolerance.check(name, expected, predicted.get(name)));
    try (TrainingModel training = network.training(call, 1)) {
      training.backward(call.batch());
      reference
          .gradients()
          .forEach(
              (path, expected) ->
                  tolerance.check(
                      "gradient of " + path, expected, values(training.gradients().get(path))));
      reference
          .states()
          .forEach(
              (path, expected) ->
                  tolerance.check(path, expected, values(training.variables().get(path))));
    }
  }

  private static double[] values(Storage storage) {
    return IntStream.range(0, storage.size()).mapToDouble(storage::get).toArray();
  }
}
