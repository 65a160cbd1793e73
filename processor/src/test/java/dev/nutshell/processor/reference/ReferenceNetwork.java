package dev.nutshell.processor.reference;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * A case as a network of ours.
 *
 * <p>Gradients are wanted of inputs and of upstream gradients too, but a network trains nothing but
 * parameters: so to each floating input {@code x} belongs a parameter {@code shift_x} with one row
 * for each sample, all zeros, which is added to it. The gradient by the shift is the gradient by
 * the input; and the gradient by the upstream gradient is the output itself, as training computes
 * it.
 *
 * @param file the fixture file
 * @param text the model
 * @param frozen whether gradients are those of the network in use, and not of the one in training
 * @param inputs inputs and targets by name
 * @param variables parameters and states by path
 * @param outputs expected of prediction
 * @param gradients expected, by the path of the parameter
 * @param states expected after a training step
 * @param objective what training minimises, where that is the case and not the sum of the outputs
 *     times what came from above
 */
record ReferenceNetwork(
    String file,
    String id,
    String text,
    boolean frozen,
    int batch,
    Map<String, Tensor> inputs,
    Map<String, Tensor> variables,
    Map<String, Tensor> outputs,
    Map<String, Tensor> gradients,
    Map<String, Tensor> states,
    Optional<Objective> objective,
    Tolerance single,
    Tolerance dbl) {

  /**
   * A reduced loss as it is trained on.
   *
   * @param value expected of the loss
   * @param upstream what the fixture's gradients are multiplied with
   */
  record Objective(double value, double upstream) {}

  /** Where what was computed is found: outputs by name, the rest by the path of the variable. */
  record Found(
      Function<String, double[]> outputs,
      Function<String, double[]> gradients,
      Function<String, double[]> states,
      DoubleSupplier objective) {}

  /**
   * Holds what was computed against what is expected.
   *
   * @throws AssertionError that names the first element outside of its tolerance
   */
  void compare(Deviations deviations, Tolerance tolerance, Found found) {
    outputs.forEach(
        (name, each) -> deviations.check(name, each, found.outputs().apply(name), tolerance));
    objective.ifPresent(
        each -> deviations.check("loss", each.value(), found.objective().getAsDouble(), tolerance));
    double scale = objective.map(Objective::upstream).orElse(1.0);
    gradients.forEach(
        (path, each) -> {
          double[] scaled =
              Arrays.stream(found.gradients().apply(path)).map(x -> scale * x).toArray();
          deviations.check("gradient of " + path, each, scaled, tolerance);
        });
    states.forEach(
        (path, each) -> deviations.check(path, each, found.states().apply(path), tolerance));
  }

  /** The checked model, in double or single precision. */
  Model model(Precision precision) {
    String header = precision == Precision.FLOAT ? "Network(): float" : "Network(): double";
    Model model = Elaborated.model(text.replace("Network()", header));
    if (!frozen) {
      return model;
    }
    Model.EntryPoint entry = model.entries().get(0);
    Model.EntryPoint asInUse =
        new Model.EntryPoint(
            entry.name(),
            entry.documentation(),
            entry.inputs(),
            entry.targets(),
            entry.inference(),
            entry.evaluation(),
            entry.evaluation(),
            entry.adaptation(),
            entry.layers(),
            entry.values(),
            entry.indexBounds());
    return new Model(
        model.name(),
        model.documentation(),
        model.precision(),
        model.variables(),
        List.of(asInUse),
        model.constraints(),
        model.sources());
  }

  /** The case's numbers as a call. */
  Call call() {
    return Call.of(batch, inputs, variables);
  }

  @Override
  public String toString() {
    return id;
  }
}
