package dev.nutshell.processor.execution;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import dev.nutshell.processor.pass.DrawnCalls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Draws calls of a model's first entry point. */
final class ModelCalls implements Function<Random, Call> {
  private final DrawnCalls calls;

  ModelCalls(Model model, int batch) {
    this.calls = new DrawnCalls(model, model.entries().get(0), batch);
  }

  @Override
  public Call apply(Random random) {
    return calls.apply(random);
  }

  /** A call of the first samples alone, or of one: rows {@code from} to {@code to}. */
  static Call rows(Call call, int from, int to) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    call.inputs()
        .forEach(
            (name, tensor) -> {
              int size = tensor.size() / call.batch();
              List<Integer> shape = new ArrayList<>(tensor.shape());
              shape.set(0, to - from);
              double[] values = Arrays.copyOfRange(tensor.values(), from * size, to * size);
              inputs.put(name, new Tensor(shape, values));
            });
    return Call.of(to - from, inputs, call.variables())
        .withExtents(call.extents())
        .withRandom(call.seed(), call.step(), call.samples().subList(from, to));
  }
}
