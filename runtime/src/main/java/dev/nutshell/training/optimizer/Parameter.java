package dev.nutshell.training.optimizer;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;

/**
 * A parameter as an {@link UpdateRule} sees it: what it is, its numbers, their gradient, and the
 * slots in which the rule keeps what it remembers from step to step.
 *
 * <p>Values, gradient and slots are arrays of their own, and all begin at the same {@link #offset}
 * of them: so one index serves all, which HotSpot needs to vectorise a loop over them.
 */
public final class Parameter {

  private final VariableSpec spec;
  private final Storage values;
  private final Storage gradient;
  private final List<Storage> slots;

  private double[][] workspace = {};

  private Parameter(VariableSpec spec, Storage values, Storage gradient, List<Storage> slots) {
    this.spec = spec;
    this.values = values;
    this.gradient = gradient;
    this.slots = slots;
  }

  /** All parameters of a network, with their parts of the slots. */
  static Parameter[] table(
      ModelSpec model, Storage variables, Storage gradients, Storage... slots) {
    return model.variables().stream()
        .filter(variable -> variable.kind() == VariableSpec.Kind.PARAMETER)
        .map(
            variable ->
                new Parameter(
                    variable,
                    part(variables, variable),
                    part(gradients, variable),
                    Arrays.stream(slots).map(slot -> part(slot, variable)).toList()))
        .toArray(Parameter[]::new);
  }

  private static Storage part(Storage whole, VariableSpec variable) {
    return whole.slice(variable.offset(), variable.size());
  }

  /** Path, shape and role. */
  public VariableSpec spec() {
    return spec;
  }

  /** The precision of all its numbers. */
  public Precision precision() {
    return values.precision();
  }

  /** Where values, gradient and slots begin in their arrays. */
  public int offset() {
    return values.offset();
  }

  /** How many elements it has. */
  public int size() {
    return values.size();
  }

  /** Its numbers, which the rule changes. */
  public Storage values() {
    return values;
  }

  /** The gradient of the loss by each number. */
  public Storage gradient() {
    return gradient;
  }

  /** A slot, of the parameter's size, zeros at first; kept between steps. */
  public Storage slot(int index) {
    return slots.get(index);
  }

  /**
   * Arrays for computations within one update. Allocated when they are first asked for.
   *
   * @param count how many, the same in each call
   * @param size how long each is, the same in each call
   */
  double[][] workspace(int count, int size) {
    if (workspace.length == 0) {
      workspace = new double[count][size];
    }
    return workspace;
  }
}
