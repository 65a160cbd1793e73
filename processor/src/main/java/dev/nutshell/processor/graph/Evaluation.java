package dev.nutshell.processor.graph;

import java.util.List;
import java.util.Map;

/**
 * What the {@link Interpreter} finds for the roots of a graph.
 *
 * @param outputs by name
 * @param updates new values of variables, by path
 * @param metrics the sums of each metric, by its name: what is added up over batches
 * @param penalties in the graph's order
 * @param gradients by the name of the input or the path of the parameter
 */
public record Evaluation(
    Map<String, Tensor> outputs,
    Map<String, Tensor> updates,
    List<Mean> losses,
    Map<String, List<Tensor>> metrics,
    List<Double> penalties,
    Map<String, Tensor> gradients) {

  /** The parts of a weighted mean. */
  public record Mean(String name, double sum, double weight) {

    /** The mean; 0 where nothing was weighed. */
    public double value() {
      return weight == 0 ? 0 : sum / weight;
    }
  }

  /** What training minimises: the losses and the penalties. */
  public double objective() {
    double objective = 0;
    for (Mean loss : losses) {
      objective += loss.value();
    }
    for (double penalty : penalties) {
      objective += penalty;
    }
    return objective;
  }
}
