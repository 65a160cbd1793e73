package dev.nutshell.processor.graph;

import dev.nutshell.grammar.tree.Declaration.Precision;
import java.util.List;
import java.util.Map;

/**
 * A checked model: every shape known, every name resolved. What all later phases start from.
 *
 * @param name the model's name
 * @param documentation its documentation comment, empty if there is none
 * @param variables all parameters, then all states, then all carries, each in order of first use;
 *     graphs share these nodes
 * @param constraints what a parameter becomes after each update by an optimizer
 * @param sources the files read, with the SHA-256 of each
 */
public record Model(
    String name,
    String documentation,
    Precision precision,
    List<Variable> variables,
    List<EntryPoint> entries,
    List<Graph.Update> constraints,
    Map<String, String> sources) {

  /**
   * One entry point.
   *
   * @param inputs what a prediction takes
   * @param targets what training and evaluation take besides
   * @param inference the outputs, with {@code training} false
   * @param evaluation losses and metrics with {@code training} false; empty roots where there is no
   *     loss
   * @param training losses, metrics, penalties and state updates with {@code training} true, before
   *     autodiff
   * @param adaptation what states become before training, with {@code adapting} true: here the
   *     batch is the whole data set. Without updates where there are no such states
   * @param layers what a summary shows, in order of application in the inference graph
   * @param values named values of the inference graph, for those who look inside
   * @param indexBounds int inputs and targets whose values are used as indices: each must lie in
   *     [0, bound), which is checked once, at the border
   */
  public record EntryPoint(
      String name,
      String documentation,
      List<Input> inputs,
      List<Input> targets,
      Graph inference,
      Graph evaluation,
      Graph training,
      Graph adaptation,
      List<LayerUse> layers,
      Map<String, Node> values,
      Map<Input, Integer> indexBounds) {

    /** Whether the entry point has a loss, and so can be trained. */
    public boolean isTrainable() {
      return !training.losses().isEmpty();
    }
  }

  /** A layer where it is applied. */
  public record LayerUse(String path, String layer, Node result, List<Variable> variables) {}
}
