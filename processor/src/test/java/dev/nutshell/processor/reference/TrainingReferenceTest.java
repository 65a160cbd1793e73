package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.execution.GeneratedNetwork;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whole networks, trained by generated classes and the optimizers of the runtime, against PyTorch:
 * the first gradients, the loss of every step, the trained weights, and what the inference class
 * predicts with them.
 */
@ExtendWith(ReferenceReport.Provider.class)
class TrainingReferenceTest {

  @TestFactory
  List<DynamicTest> doublePrecision(ReferenceReport report) {
    return tests(Precision.DOUBLE, report);
  }

  @TestFactory
  List<DynamicTest> singlePrecision(ReferenceReport report) {
    return tests(Precision.FLOAT, report);
  }

  private static List<DynamicTest> tests(Precision precision, ReferenceReport report) {
    List<TrainingCase> cases = TrainingCases.all();
    List<GeneratedNetwork> networks =
        GeneratedNetwork.all(cases.stream().map(each -> each.model(precision)).toList());
    return IntStream.range(0, cases.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    cases.get(i).toString(),
                    () ->
                        report.run(
                            ReferenceCatalog.TRAINING,
                            cases.get(i).toString(),
                            deviations ->
                                check(cases.get(i), networks.get(i), precision, deviations))))
        .toList();
  }

  private static void check(
      TrainingCase reference,
      GeneratedNetwork network,
      Precision precision,
      Deviations deviations) {
    Tolerance lossTolerance = new Tolerance(0, reference.tolerance(precision, "loss_atol"));
    Tolerance tolerance = new Tolerance(0, reference.tolerance(precision, "weights_atol"));
    Map<String, Tensor> inputs = reference.inputs();
    int batch = inputs.get("x").shape().get(0);
    double[] losses = reference.losses();
    Map<String, Tensor> trained;
    try (TrainingModel training =
        network.training(Call.of(batch, inputs, reference.initial()), 2)) {
      training.optimizer(reference.optimizer());
      for (int step = 0; step < losses.length; step++) {
        double loss = training.backward(batch);
        deviations.check("loss of step " + step, losses[step], loss, lossTolerance);
        if (step == 0) {
          compare(deviations, reference.firstGradients(), training.gradients(), tolerance);
        }
        training.update();
      }
      compare(deviations, reference.last(), training.variables(), tolerance);
      trained = tensors(reference.last(), training.variables());
    }
    double[] logits = network.predict(Call.of(batch, inputs, trained)).get("logits");
    double largest = 10 * reference.tolerance(precision, "weights_atol");
    deviations.check("logits", reference.lastOutput(), logits, new Tolerance(largest, largest));
  }

  private static void compare(
      Deviations deviations,
      Map<String, Tensor> expected,
      Map<String, Storage> found,
      Tolerance tolerance) {
    expected.forEach(
        (path, tensor) -> deviations.check(path, tensor, values(found.get(path)), tolerance));
  }

  private static Map<String, Tensor> tensors(
      Map<String, Tensor> shapes, Map<String, Storage> values) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (path, shape) -> tensors.put(path, new Tensor(shape.shape(), values(values.get(path)))));
    return tensors;
  }

  private static double[] values(Storage storage) {
    return IntStream.range(0, storage.size()).mapToDouble(storage::get).toArray();
  }
}
