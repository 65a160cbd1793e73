package dev.nutshell.training;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.VariableSpec;
import java.util.Arrays;
import java.util.List;

/**
 * A parameter as an {@link UpdateRule} sees it: what it is, its numbers, their gradient, and the
 * slots in which the rule keeps what it remembers from step to step.
 */
public final class Parameter {

  private final VariableSpec spec;
  private final Storage values;
  private final Storage gradient;
  private final List<Storage> slots;

  private Parameter(VariableSpec spec, Storage values, Storage gradient, List<Storage> slots) {
    this.spec = spec;
    this.values = values;
    this.gradient = gradient;
    this.slots = slots;
  }

  /** All parameters of a network, each with so many slots of zeros. */
  static Parameter[] table(ModelSpec model, Storage variables, Storage gradients, int slots) {
    return model.variables().stream()
        .filter(v -> v.kind() == VariableSpec.Kind.PARAMETER)
        .map(
            v -> {
              Storage[] zeros = new Storage[slots];
              Arrays.setAll(zeros, i -> Storage.allocate(model.precision(), v.size()));
              return new Parameter(
                  v,
                  variables.slice(v.offset(), v.size()),
                  gradients.slice(v.offset(), v.size()),
                  List.of(zeros));
            })
        .toArray(Parameter[]::new);
  }

  /** Path, shape and role. */
  public VariableSpec spec() {
    return spec;
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
}
