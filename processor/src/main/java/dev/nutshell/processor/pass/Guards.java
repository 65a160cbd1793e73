package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.ArrayList;
import java.util.List;

/** Lists of conditions of which each is asked only where those before it hold. */
final class Guards {
  private Guards() {}

  /**
   * The conditions without those that those before them imply; FALSE alone if one of them never
   * holds.
   */
  static List<Scalar> simplify(List<Scalar> guards) {
    List<Scalar> needed = new ArrayList<>();
    Ranges ranges = Ranges.NONE;
    for (Scalar guard : guards) {
      if (ranges.refutes(guard)) {
        return List.of(Scalars.FALSE);
      }
      if (!ranges.implies(guard)) {
        needed.add(guard);
        ranges = ranges.assume(guard);
      }
    }
    return needed;
  }
}
