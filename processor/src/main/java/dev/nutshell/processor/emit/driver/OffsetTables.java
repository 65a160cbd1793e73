package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nutshell.processor.emit.kernel.MemberNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The constants of a class that list the numbers of repeated calls where no formula gives them;
 * equal ones once.
 */
public final class OffsetTables {
  private final MemberNames names;
  private final Map<List<Integer>, String> tables = new LinkedHashMap<>();

  OffsetTables(MemberNames names) {
    this.names = names;
  }

  String nameOf(List<Integer> values) {
    return tables.computeIfAbsent(values, each -> names.fresh("OFFSETS"));
  }

  /** How many numbers the class initializer has to write. */
  public int size() {
    return tables.keySet().stream().mapToInt(List::size).sum();
  }

  public List<FieldSpec> specs() {
    List<FieldSpec> specs = new ArrayList<>();
    tables.forEach(
        (values, name) ->
            specs.add(
                FieldSpec.builder(int[].class, name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                        "{$L}",
                        values.stream()
                            .map(value -> CodeBlock.of("$L", value))
                            .collect(CodeBlock.joining(",$W")))
                    .build()));
    return specs;
  }
}
