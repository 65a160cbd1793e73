package dev.nutshell.training.optimizer;

import dev.nutshell.training.storage.Storage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Averages of the parameters over the updates, which are often better for use than the parameters
 * themselves: the exponential ones of {@link Optimizer#average}, or those of an {@link
 * AveragingRule}. They may take the place of the parameters, and give it back.
 */
public final class Averages {

  private final double momentum;
  private final Storage variables;
  private final Parameter[] parameters;
  private final ParameterGroup[] groups;

  /** The averages, or the parameters while averages are in their place; null if none are kept. */
  private final Storage others;

  private long updates;
  private boolean exchanged;

  Averages(double momentum, Storage variables, Parameter[] parameters, ParameterGroup... groups) {
    this.momentum = momentum;
    this.variables = variables;
    this.parameters = parameters;
    this.groups = groups;
    boolean kept = momentum > 0;
    int size = 0;
    for (int i = 0; i < groups.length; i++) {
      kept |= groups[i].rule() instanceof AveragingRule;
      size += parameters[i].size();
    }
    others = kept ? Storage.allocate(variables.precision(), size) : null;
  }

  /** Whether the optimizer keeps averages. */
  public boolean areKept() {
    return others != null;
  }

  /** Whether averages are in the place of the parameters. */
  public boolean areExchanged() {
    return exchanged;
  }

  /**
   * Exchanges the parameters with their averages, or back with the very bits they had. Without an
   * update the averages are the parameters.
   *
   * @throws IllegalStateException if the optimizer keeps none
   */
  public void exchange() {
    if (others == null) {
      throw new IllegalStateException("the optimizer keeps no averages");
    }
    for (int i = 0; i < parameters.length && updates > 0; i++) {
      AveragingRule rule = groups[i].rule() instanceof AveragingRule averaging ? averaging : null;
      Storage own = others.slice(parameters[i].spec().offset(), parameters[i].size());
      if (rule != null && !exchanged) {
        rule.average(parameters[i], own);
      }
      if (rule != null || momentum > 0) {
        parameters[i].values().exchange(own);
      }
    }
    exchanged = !exchanged;
  }

  /** Refuses to go on while averages are in the place of the parameters. */
  void requireParameters() {
    if (exchanged) {
      throw new IllegalStateException(
          "averages are in the place of the parameters: exchange them before an update");
    }
  }

  /** Moves exponential averages after an update. */
  void follow(long iteration) {
    updates = iteration;
    if (momentum == 0) {
      return;
    }
    // The first update leaves no trace of the zeros before it.
    double share = iteration == 1 ? 1 : 1 - momentum;
    others.approach(variables, 0, others.size(), share);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(updates);
    out.writeBoolean(exchanged);
    if (others != null) {
      others.write(out);
    }
  }

  void read(DataInput in) throws IOException {
    updates = in.readLong();
    exchanged = in.readBoolean();
    if (others != null) {
      others.read(in);
    }
  }
}
