package dev.nutshell.processor.execution;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Evaluation;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.training.TrainingModel;
import dev.nutshell.training.storage.Storage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds generated classes against the interpreter: predictions, losses, gradients and new states.
 *
 * <p>Generated code and interpreter may add in another order. In double precision they may differ
 * by 1e-12 of a tensor's largest element; in single precision by 64 times what rounding to float
 * changes in the interpreter itself.
 */
public final class Agreement {
  private static final double ROUNDING = 1e-12;
  private static final double SINGLE_ROUNDING = 1e-5;
  private static final double SINGLE_FACTOR = 64;

  private final GeneratedNetwork network;
  private final Call call;
  private final Model.EntryPoint entry;
  private final boolean isSingle;

  private Agreement(GeneratedNetwork network, Call call) {
    this.network = network;
    this.call = call;
    this.entry = network.model().entries().get(0);
    this.isSingle = network.model().precision() == Precision.FLOAT;
  }

  /**
   * Compares all that the first entry point computes. Of the call's random numbers the seed holds:
   * samples are numbered in training, and all the same in predictions.
   *
   * @throws AssertionError that names the first difference
   */
  public static void check(GeneratedNetwork network, Call call) {
    List<Integer> unnumbered = Collections.nCopies(call.batch(), 0);
    new Agreement(network, call.withRandom(call.seed(), 0, unnumbered)).checkPrediction();
    if (network.model().entries().get(0).isTrainable()) {
      List<Integer> samples = IntStream.range(0, call.batch()).boxed().toList();
      new Agreement(network, call.withRandom(call.seed(), 0, samples)).checkTraining();
    }
  }

  private void checkPrediction() {
    Map<String, Tensor> expected = new LinkedHashMap<>();
    Map<String, Tensor> rounded = new LinkedHashMap<>();
    expected.putAll(interpret(entry.inference(), Precision.DOUBLE).outputs());
    rounded.putAll(interpret(entry.inference(), Precision.FLOAT).outputs());
    Map<String, double[]> found = network.predict(call);
    expected.forEach((name, tensor) -> compare(name, tensor, rounded.get(name), found.get(name)));
  }

  private void checkTraining() {
    Graph differentiated = Compiler.differentiate(network.model()).get(entry.name());
    Evaluation evaluation = interpret(entry.evaluation(), Precision.DOUBLE);
    Evaluation evaluationRounded = interpret(entry.evaluation(), Precision.FLOAT);
    Evaluation expected = interpret(differentiated, Precision.DOUBLE);
    Evaluation rounded = interpret(differentiated, Precision.FLOAT);
    try (TrainingModel training = network.training(call, 1)) {
      compare(
          "loss in use",
          evaluation.objective(),
          evaluationRounded.objective(),
          training.evaluate(call.batch()));
      compareMetrics(evaluation, evaluationRounded, training);
      double loss = training.backward(call.batch());
      compare("loss in training", expected.objective(), rounded.objective(), loss);
      expected
          .gradients()
          .forEach(
              (path, tensor) ->
                  compare(
                      "gradient of " + path,
                      tensor,
                      rounded.gradients().get(path),
                      values(training.gradients().get(path))));
      expected.updates().forEach((path, tensor) -> compareState(path, tensor, rounded, training));
    }
  }

  private void compareMetrics(
      Evaluation evaluation, Evaluation evaluationRounded, TrainingModel training) {
    Map<String, Tensor> expected = metrics(evaluation);
    Map<String, Tensor> rounded = metrics(evaluationRounded);
    for (TensorSpec metric : training.entry().metrics()) {
      String name = metric.name();
      if (metric.axes().isEmpty()) {
        double[] found = {training.measure(name)};
        compare("metric " + name, expected.get(name), rounded.get(name), found);
      }
    }
  }

  private Map<String, Tensor> metrics(Evaluation evaluation) {
    return Interpreter.metrics(entry.evaluation(), List.of(evaluation), call.variables());
  }

  private void compareState(
      String path, Tensor expected, Evaluation rounded, TrainingModel training) {
    boolean isState =
        network.model().variables().stream()
            .anyMatch(each -> each.path().equals(path) && each.kind() == Variable.Kind.STATE);
    if (isState) {
      compare(path, expected, rounded.updates().get(path), values(training.variables().get(path)));
    }
  }

  private Evaluation interpret(Graph graph, Precision precision) {
    return new Interpreter(call, precision).evaluate(graph);
  }

  private static double[] values(Storage storage) {
    return IntStream.range(0, storage.size()).mapToDouble(storage::get).toArray();
  }

  private void compare(String what, double expected, double rounded, double found) {
    compare(what, Tensor.scalar(expected), Tensor.scalar(rounded), new double[] {found});
  }

  private void compare(String what, Tensor expected, Tensor rounded, double[] found) {
    double largest = 0;
    double error = 0;
    for (int i = 0; i < expected.size(); i++) {
      double value = expected.values()[i];
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
        error = Math.max(error, Math.abs(value - rounded.values()[i]));
      }
    }
    double most =
        isSingle
            ? Math.max(SINGLE_ROUNDING * (1 + largest), SINGLE_FACTOR * error)
            : ROUNDING * (1 + largest);
    for (int i = 0; i < expected.size(); i++) {
      double value = expected.values()[i];
      if (Double.compare(value, found[i]) != 0 && !(Math.abs(value - found[i]) <= most)) {
        throw new AssertionError(
            "%s, element %d of %s: %s by the interpreter, %s by generated code, %s allowed"
                .formatted(what, i, expected.shape(), value, found[i], most));
      }
    }
  }
}
