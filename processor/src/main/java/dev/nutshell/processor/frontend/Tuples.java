package dev.nutshell.processor.frontend;

import dev.nutshell.processor.frontend.Value.TupleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Arithmetic of tuples, such as the sizes of a kernel: element by element. */
final class Tuples {
  private Tuples() {}

  /**
   * An operation on the elements of tuples of one size; what is no tuple goes with each of them.
   * Nothing where there is no tuple, or where sizes differ.
   */
  static Optional<Value> elementwise(List<Value> operands, Function<List<Value>, Value> operation) {
    List<Integer> sizes =
        operands.stream()
            .filter(TupleValue.class::isInstance)
            .map(each -> ((TupleValue) each).elements().size())
            .distinct()
            .toList();
    if (sizes.size() != 1) {
      return Optional.empty();
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < sizes.get(0); i++) {
      int index = i;
      results.add(operation.apply(operands.stream().map(each -> element(each, index)).toList()));
    }
    return Optional.of(new TupleValue(results));
  }

  private static Value element(Value operand, int index) {
    return operand instanceof TupleValue tuple ? tuple.elements().get(index) : operand;
  }
}
