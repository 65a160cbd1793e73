package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.execution.Agreement;
import dev.nutshell.processor.execution.GeneratedNetwork;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same cases through generated classes. */
@ExtendWith(ReferenceReport.Provider.class)
class ReferenceGeneratedTest {

  /** What is done with a case and its classes. */
  private interface Check {
    void accept(ReferenceNetwork reference, GeneratedNetwork network, Deviations deviations);
  }

  /**
   * In double precision, generated code gives what the interpreter gives, up to the order of sums,
   * and what the reference gives.
   */
  @TestFactory
  List<DynamicTest> doublePrecision(ReferenceReport report) {
    return tests(
        Precision.DOUBLE,
        report,
        (reference, network, deviations) -> {
          Agreement.check(network, reference.call());
          check(reference, network, deviations, reference.dbl());
        });
  }

  /** In single precision, it gives what the reference is in double, up to the case's tolerance. */
  @TestFactory
  List<DynamicTest> singlePrecision(ReferenceReport report) {
    return tests(
        Precision.FLOAT,
        report,
        (reference, network, deviations) ->
            check(reference, network, deviations, reference.single()));
  }

  private static List<DynamicTest> tests(Precision precision, ReferenceReport report, Check check) {
    List<ReferenceNetwork> references = ReferenceCatalog.networks();
    List<GeneratedNetwork> networks =
        GeneratedNetwork.all(references.stream().map(each -> each.model(precision)).toList());
    return IntStream.range(0, references.size())
        .mapToObj(i -> test(references.get(i), networks.get(i), report, check))
        .toList();
  }

  private static DynamicTest test(
      ReferenceNetwork reference, GeneratedNetwork network, ReferenceReport report, Check check) {
    return DynamicTest.dynamicTest(
        reference.toString(),
        () ->
            report.run(
                reference.file(),
                reference.id(),
                deviations -> check.accept(reference, network, deviations)));
  }

  private static void check(
      ReferenceNetwork reference,
      GeneratedNetwork network,
      Deviations deviations,
      Tolerance tolerance) {
    Call call = reference.call();
    Map<String, double[]> predicted = network.predict(call);
    try (TrainingModel training = network.training(call, 1)) {
      double objective = training.backward(call.batch());
      reference.compare(
          deviations,
          tolerance,
          new ReferenceNetwork.Found(
              predicted::get,
              path -> values(training.gradients().get(path)),
              path -> values(training.variables().get(path)),
              () -> objective));
    }
  }

  private static double[] values(Storage storage) {
    return IntStream.range(0, storage.size()).mapToDouble(storage::get).toArray();
  }
}
