package dev.nutshell.processor.cli;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.inference.WeightFileException;
import dev.nutshell.inference.Weights;
import dev.nutshell.processor.Version;
import dev.nutshell.processor.emit.Emitter;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.training.initializer.Initializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a model's variables for the interpreter. */
final class Variables {
  private Variables() {}

  /**
   * Parameters and states of a file, or drawn as before a training; carries as at the begin of a
   * session.
   *
   * @param batch the number of samples, each with carries of its own
   * @throws CommandFailure if a state has no value without a file
   */
  static Map<String, Tensor> of(Model model, Optional<Path> weights, long seed, int batch) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (Variable variable : model.variables()) {
      values.put(variable.path(), initial(variable, seed, batch));
    }
    weights.ifPresentOrElse(
        file -> values.putAll(saved(model, file)), () -> requireInitialValues(model));
    return values;
  }

  private static void requireInitialValues(Model model) {
    for (Variable variable : model.variables()) {
      if (variable.isAdapted()) {
        throw new CommandFailure(
            "the state " + variable.path() + " has no value before a training: give --weights");
      }
    }
  }

  private static Map<String, Tensor> saved(Model model, Path file) {
    EmitOptions options =
        EmitOptions.of("", model.name(), Fingerprint.of(model), Version.current());
    Map<String, Tensor> values = new LinkedHashMap<>();
    try {
      Weights weights = Weights.load(file, ModelSpec.parse(Emitter.specification(model, options)));
      for (VariableSpec variable : weights.spec().variables()) {
        double[] numbers = new double[variable.size()];
        Arrays.setAll(numbers, i -> weights.get(variable.offset() + i));
        values.put(variable.path(), new Tensor(variable.shape(), numbers));
      }
    } catch (WeightFileException e) {
      throw new CommandFailure(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(file + ": cannot be read", e);
    }
    return values;
  }

  private static Tensor initial(Variable variable, long seed, int batch) {
    List<Integer> sample =
        variable.shape().stream()
            .filter(extent -> !(extent instanceof Extent.Batch))
            .map(Extent::bound)
            .toList();
    double[] values =
        Initializer.parse(variable.initializer().toString(), sample)
            .values(variable.path(), seed, Math.toIntExact(variable.sampleSize()));
    return variable.isBatched() ? repeat(sample, values, batch) : new Tensor(sample, values);
  }

  private static Tensor repeat(List<Integer> sample, double[] values, int batch) {
    List<Integer> shape = new ArrayList<>(List.of(batch));
    shape.addAll(sample);
    double[] all = new double[batch * values.length];
    for (int row = 0; row < batch; row++) {
      System.arraycopy(values, 0, all, row * values.length, values.length);
    }
    return new Tensor(shape, all);
  }
}
