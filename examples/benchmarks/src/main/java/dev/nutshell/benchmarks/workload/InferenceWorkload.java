package dev.nutshell.benchmarks.workload;

import dev.nutshell.benchmarks.network.Architecture;
import dev.nutshell.benchmarks.network.NetworkWeights;
import dev.nutshell.benchmarks.network.RandomWeights;
import dev.nutshell.benchmarks.peer.InferenceSide;
import dev.nutshell.benchmarks.peer.InferenceTask;
import dev.nutshell.benchmarks.peer.Nutshell;
import dev.nutshell.benchmarks.peer.TensorShape;
import dev.nutshell.inference.Axis;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.TensorSpec;
import dev.nutshell.inference.Weights;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Predictions of one network.
 *
 * @param id the name on the command line
 * @param title what the table calls it
 * @param batch samples of one call
 * @param values what the inputs are drawn from
 * @param architecture the network, for the peers
 * @param spec the network, as the generated class says it; asking for it loads that class
 * @param network makes the generated class ready
 * @param bar the ratio that is aimed at
 */
public record InferenceWorkload(
    String id,
    String title,
    int batch,
    InputValues values,
    Architecture architecture,
    Supplier<ModelSpec> spec,
    Binding network,
    Bar bar)
    implements Workload {

  /** Makes a generated inference class ready. */
  @FunctionalInterface
  public interface Binding {

    /** A network of these weights. */
    Nutshell.Network bind(Weights weights);
  }

  /** The task, with weights and inputs of a fixed seed. */
  public InferenceTask task() {
    EntrySpec entry = spec.get().entries().get(0);
    TensorShape inputShape = shape(entry.inputs().get(0));
    TensorShape outputShape = shape(entry.outputs().get(0));
    NetworkWeights weights = RandomWeights.of(spec.get());
    List<float[]> inputs = values.draw(batch * inputShape.size());
    return new InferenceTask(architecture, weights, batch, inputShape, outputShape, inputs);
  }

  /**
   * The generated class with a task of this workload.
   *
   * @param count sides to be made, with a session each over one network
   */
  public List<InferenceSide> nutshell(InferenceTask task, int count) {
    Nutshell.Network bound = network.bind(task.weights().weights());
    bound.warmUp().run();
    return Stream.generate(() -> Nutshell.inference(task, bound.session(batch)))
        .limit(count)
        .toList();
  }

  static TensorShape shape(TensorSpec tensor) {
    return new TensorShape(tensor.axes().stream().map(Axis::size).toList());
  }
}
