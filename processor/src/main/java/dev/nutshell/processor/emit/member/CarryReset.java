package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import java.util.Arrays;
import java.util.Map;

/** Sets carried variables to what they are before the first call. */
public record CarryReset(JavaTypes types, WorkArrays arrays) {

  /** Adds a statement for each variable; {@code sample} is the index of the row. */
  public void addStatements(CodeBlock.Builder code, Map<Variable, Integer> carries, String sample) {
    carries.forEach(
        (variable, offset) -> {
          WorkArrays.Array array = arrays.array(Area.CARRIES, variable.type());
          long end = offset + variable.sampleSize();
          String row = sample + " * " + array.size();
          code.addStatement(
              "$T.fill($N,$W$L,$W$L,$W$L)",
              Arrays.class,
              array.name(),
              offset == 0 ? row : row + " + " + offset,
              row + " + " + end,
              value(variable));
        });
  }

  private String value(Variable variable) {
    Variable.Initializer initializer = variable.initializer();
    double value =
        switch (initializer.name()) {
          case "zeros" -> 0;
          case "ones" -> 1;
          case "constant" -> initializer.arguments().get(0);
          default ->
              throw new IllegalArgumentException(
                  variable.path() + ": a carry cannot start as " + initializer);
        };
    return types.literal(variable.type(), value);
  }
}
