package dev.nutshell.training.optimizer;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.VariableSpec;
import dev.nutshell.training.storage.Storage;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

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
  private final Storage memory;

  private NewtonSchulz orthogonalization;

  private Parameter(
      VariableSpec spec, Storage values, Storage gradient, List<Storage> slots, int memory) {
    this.spec = spec;
    this.values = values;
    this.gradient = gradient;
    this.slots = slots;
    this.memory = Storage.allocate(values.precision(), memory);
  }

  /**
   * All parameters of a network, with their parts of the slots.
   *
   * @param memory how much is remembered of each parameter as a whole
   */
  static Parameter[] table(
      ModelSpec model,
      Storage variables,
      Storage gradients,
      ToIntFunction<VariableSpec> memory,
      Storage... slots) {
    return model.variables().stream()
        .filter(variable -> variable.kind() == VariableSpec.Kind.PARAMETER)
        .map(
            variable ->
                new Parameter(
                    variable,
                    part(variables, variable),
                    part(gradients, variable),
                    Arrays.stream(slots).map(slot -> part(slot, variable)).toList(),
                    memory.applyAsInt(variable)))
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
   * What is remembered of the parameter as a whole, in an array of its own: as many numbers as the
   * rule asks for, zeros at first; kept between steps.
   */
  public Storage memory() {
    return memory;
  }

  /**
   * Space to make the parameter's step orthogonal. Allocated when it is first asked for.
   *
   * @param rows of the matrix, the same in each call, not more than the columns
   * @param columns of the matrix, the same in each call
   */
  NewtonSchulz orthogonalization(int rows, int columns) {
    if (orthogonalization == null) {
      orthogonalization = new NewtonSchulz(rows, columns);
    }
    return orthogonalization;
  }
}
