package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.training.optimizer.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A network that PyTorch trained for some steps on one batch, and the same network as a text of
 * ours.
 */
final class TrainingCase {
  private final String id;
  private final String text;
  private final Optimizer optimizer;
  private final UnaryOperator<Tensor> inputLayout;
  private final Map<String, Weight> weights = new LinkedHashMap<>();
  private Map<String, Object> index;
  private TensorFile tensors;

  /** Where a variable of ours is in the fixture. */
  @FunctionalInterface
  private interface Weight {
    /** The value in a set of variables there. */
    Tensor in(Variables variables);
  }

  /** Looks up variables by PyTorch's names. */
  @FunctionalInterface
  private interface Variables {
    Tensor get(String name);
  }

  TrainingCase(String id, Optimizer optimizer, UnaryOperator<Tensor> inputLayout, String text) {
    this.id = id;
    this.optimizer = optimizer;
    this.inputLayout = inputLayout;
    this.text = text;
  }

  TrainingCase weight(String path, String source, UnaryOperator<Tensor> layout) {
    weights.put(path, variables -> layout.apply(variables.get(source)));
    return this;
  }

  /** A matrix with one row more, in which another of the fixture's variables stands. */
  TrainingCase weightAndRow(String path, String source, String row) {
    weights.put(
        path,
        variables ->
            Layout.withRow(Layout.TRANSPOSED.apply(variables.get(source)), variables.get(row)));
    return this;
  }

  /** The numbers of the case. */
  TrainingCase read(Map<String, Map<String, Object>> indices, TensorFile file) {
    index = indices.get(id);
    tensors = file;
    return this;
  }

  Model model(Precision precision) {
    String header = precision == Precision.FLOAT ? "Network(): float" : "Network(): double";
    return Elaborated.model(text.replace("Network()", header));
  }

  Optimizer optimizer() {
    return optimizer;
  }

  Map<String, Tensor> inputs() {
    return Map.of("x", inputLayout.apply(tensors.get(id + "/x")), "y", tensors.get(id + "/y"));
  }

  Map<String, Tensor> initial() {
    return variables(
        name -> tensors.get(id + (isState(name) ? "/initial_state/" : "/initial/") + name));
  }

  Map<String, Tensor> last() {
    return variables(
        name -> tensors.get(id + (isState(name) ? "/f64/final_state/" : "/f64/final/") + name));
  }

  /** The gradients of the first step; states have none. */
  Map<String, Tensor> firstGradients() {
    return variables(name -> isState(name) ? null : tensors.get(id + "/f64/first_grad/" + name));
  }

  private static boolean isState(String name) {
    return name.contains(".running_");
  }

  private Map<String, Tensor> variables(Variables source) {
    Map<String, Tensor> found = new LinkedHashMap<>();
    weights.forEach(
        (path, weight) -> {
          Tensor tensor = weight.in(source);
          if (tensor != null) {
            found.put(path, tensor);
          }
        });
    return found;
  }

  /** The loss of every step before its update. */
  double[] losses() {
    return tensors.get(id + "/f64/loss").values();
  }

  /** What the trained network predicts for the batch. */
  Tensor lastOutput() {
    return tensors.get(id + "/f64/final_output");
  }

  double tolerance(Precision precision, String of) {
    Map<String, Object> tolerance = Fixtures.map(index.get("tolerance"));
    return (Double)
        Fixtures.map(tolerance.get(precision == Precision.FLOAT ? "f32" : "f64")).get(of);
  }

  @Override
  public String toString() {
    return id;
  }
}
