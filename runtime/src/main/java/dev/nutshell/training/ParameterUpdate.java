package dev.nutshell.training;

import dev.nutshell.inference.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** An optimizer at work on one network: its memory, and its work split over threads. */
final class ParameterUpdate {

  /** Elements that a thread updates at a time. */
  private static final int BLOCK = 4096;

  private final Optimizer optimizer;
  private final Parameter[] parameters;
  private final List<Block> blocks = new ArrayList<>();
  private final WorkerPool.Task task = this::updateBlock;
  private long iteration;
  private double rate;

  ParameterUpdate(Optimizer optimizer, ModelSpec model, Storage variables, Storage gradients) {
    this.optimizer = optimizer;
    this.parameters = Parameter.table(model, variables, gradients, optimizer.rule().slots());
    for (Parameter parameter : parameters) {
      int size = parameter.values().size();
      for (int from = 0; from < size; from += BLOCK) {
        blocks.add(new Block(parameter, from, Math.min(size, from + BLOCK)));
      }
    }
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /** One update of all parameters by the gradients of now. */
  void run(WorkerPool pool) {
    rate = optimizer.rate(iteration);
    iteration++;
    optimizer.clip(parameters);
    pool.run(task, blocks.size());
  }

  private void updateBlock(int index) {
    Block block = blocks.get(index);
    optimizer.update(block.parameter, block.from, block.to, iteration, rate);
  }

  /** Some elements of one parameter. */
  private record Block(Parameter parameter, int from, int to) {}
}
