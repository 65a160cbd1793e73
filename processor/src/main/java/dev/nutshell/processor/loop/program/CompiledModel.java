package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import java.util.List;
import java.util.Map;

/**
 * A model scheduled for generation.
 *
 * @param offsets of parameters and states in {@link Area#VARIABLES}, and of carries in a row of
 *     {@link Area#CARRIES}
 * @param inference the programs of each entry point, in the order of the model
 * @param training for each trainable entry point
 * @param constrain applies the constraints after an update; no phases when there are none
 */
public record CompiledModel(
    Model model,
    Map<Variable, Integer> offsets,
    List<Forms> inference,
    List<TrainingPrograms> training,
    Program constrain) {

  /**
   * The programs of a trainable entry point.
   *
   * @param entry the entry point's name
   * @param chunk how many samples a parallel step works on; fixed by the network alone
   * @param train forward, backward and updates of states
   * @param evaluate losses and metrics alone
   * @param trainingMetrics metrics of all training batches, of their totals
   * @param evaluationMetrics metrics of all batches of an evaluation
   * @param adapt computes states from a data set; no phases when there are none. As its phases go
   *     over the data set once more each, batch by batch, a batch runs all phases up to the one
   *     that is due: so what serial parts compute keeps its place to the end
   */
  public record TrainingPrograms(
      String entry,
      int chunk,
      Forms train,
      Forms evaluate,
      Program trainingMetrics,
      Program evaluationMetrics,
      Program adapt) {}

  /**
   * One program in two forms, which work on the same memory and give the same bits.
   *
   * @param scalar of plain loops
   * @param vector of loops over vectors, wherever a kernel has such a form
   */
  public record Forms(Program scalar, Program vector) {}
}
