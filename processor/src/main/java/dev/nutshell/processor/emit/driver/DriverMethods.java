package dev.nutshell.processor.emit.driver;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nutshell.processor.emit.driver.DriverStep.Call;
import dev.nutshell.processor.emit.driver.DriverStep.Repetition;
import dev.nutshell.processor.emit.driver.DriverStep.Scan;
import dev.nutshell.processor.emit.kernel.MemberNames;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes steps as the bodies of methods. What would be too long for one method, at the top or
 * inside a loop, goes into methods called one after the other.
 */
final class DriverMethods {
  private final MemberNames names;
  private final OffsetTables tables;
  private final String repetitionIndex;
  private final List<Modifier> modifiers;
  private final List<MethodSpec> parts = new ArrayList<>();

  /** Statements, with an upper estimate of their bytecodes. */
  private record Piece(CodeBlock code, int bytes) {}

  /**
   * @param repetitionIndex a name for the index of repetitions that no field and no argument has
   * @param modifiers of the methods for parts, besides that they are private
   */
  DriverMethods(
      MemberNames names, OffsetTables tables, String repetitionIndex, List<Modifier> modifiers) {
    this.names = names;
    this.tables = tables;
    this.repetitionIndex = repetitionIndex;
    this.modifiers = modifiers;
  }

  /**
   * Statements that run the steps.
   *
   * @param name what the names of methods for parts begin with
   * @param parameters what the steps mention besides fields; parts take them as well
   */
  CodeBlock body(String name, List<ParameterSpec> parameters, List<DriverStep> steps) {
    List<DriverStep> rerolled = Rerolling.of(steps);
    return new Body(name, parameters).code(rerolled, literals(rerolled));
  }

  /** The methods that hold parts of bodies made so far. */
  List<MethodSpec> parts() {
    return List.copyOf(parts);
  }

  private static Iterator<CodeBlock> literals(List<DriverStep> steps) {
    return steps.stream()
        .flatMap(step -> step.numbers().stream())
        .map(number -> CodeBlock.of("$L", number))
        .iterator();
  }

  /** The body of a method, or of a loop in it, whose parts take these parameters. */
  private final class Body {
    private final String name;
    private final List<ParameterSpec> parameters;

    Body(String name, List<ParameterSpec> parameters) {
      this.name = name;
      this.parameters = parameters;
    }

    /** Statements for the steps; {@code numbers} gives the code of their numbers, in order. */
    CodeBlock code(List<DriverStep> steps, Iterator<CodeBlock> numbers) {
      List<Piece> pieces = new ArrayList<>();
      steps.forEach(step -> pieces.add(piece(step, numbers)));
      List<CodeBlock> groups = groups(pieces);
      if (groups.size() <= 1) {
        return CodeBlock.join(groups, "");
      }
      CodeBlock.Builder calls = CodeBlock.builder();
      groups.forEach(group -> calls.addStatement(part(group)));
      return calls.build();
    }

    private Piece piece(DriverStep step, Iterator<CodeBlock> numbers) {
      CodeBlock.Builder code = CodeBlock.builder();
      if (step instanceof Call call) {
        CodeBlock arguments =
            call.arguments().stream()
                .map(argument -> argument(argument, numbers))
                .collect(CodeBlock.joining(",$W"));
        code.addStatement("$N($L)", call.method(), arguments);
      } else if (step instanceof Scan scan) {
        String i = scan.index();
        if (scan.reverse()) {
          code.beginControlFlow("for (int $N = $L - 1; $N >= 0; $N--)", i, scan.extent(), i, i);
        } else {
          code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", i, i, scan.extent(), i);
        }
        code.add(within(i).code(scan.body(), numbers)).endControlFlow();
      } else if (step instanceof Repetition repetition) {
        String i = repetitionIndex;
        code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", i, i, repetition.times(), i);
        Iterator<CodeBlock> series =
            repetition.series().stream().map(DriverMethods.this::series).iterator();
        code.add(within(i).code(repetition.body(), series)).endControlFlow();
      }
      return new Piece(code.build(), Math.min(CodeLimits.bytes(step), CodeLimits.DRIVER_BYTES));
    }

    private Body within(String index) {
      List<ParameterSpec> inner = new ArrayList<>(parameters);
      inner.add(ParameterSpec.builder(TypeName.INT, index).build());
      return new Body(name, inner);
    }

    private CodeBlock part(CodeBlock statements) {
      String method = names.fresh(name + "Part");
      parts.add(
          MethodSpec.methodBuilder(method)
              .addModifiers(Modifier.PRIVATE)
              .addModifiers(modifiers)
              .addParameters(parameters.stream().map(DriverMethods::undocumented).toList())
              .addCode(statements)
              .build());
      return CodeBlock.of(
          "$N($L)",
          method,
          parameters.stream()
              .map(parameter -> CodeBlock.of("$N", parameter))
              .collect(CodeBlock.joining(",$W")));
    }
  }

  private static ParameterSpec undocumented(ParameterSpec parameter) {
    return ParameterSpec.builder(parameter.type(), parameter.name()).build();
  }

  private static List<CodeBlock> groups(List<Piece> pieces) {
    List<CodeBlock> groups = new ArrayList<>();
    CodeBlock.Builder group = CodeBlock.builder();
    int bytes = 0;
    for (Piece piece : pieces) {
      if (bytes > 0 && bytes + piece.bytes() > CodeLimits.DRIVER_BYTES) {
        groups.add(group.build());
        group = CodeBlock.builder();
        bytes = 0;
      }
      group.add(piece.code());
      bytes += piece.bytes();
    }
    if (bytes > 0) {
      groups.add(group.build());
    }
    return groups;
  }

  private static CodeBlock argument(DriverStep.Argument argument, Iterator<CodeBlock> numbers) {
    if (!argument.numbered()) {
      return CodeBlock.of("$L", argument.text());
    }
    CodeBlock number = numbers.next();
    if (argument.text().isEmpty()) {
      return number;
    }
    return number.toString().equals("0")
        ? CodeBlock.of("$L", argument.text())
        : CodeBlock.of("$L + $L", argument.text(), number);
  }

  private CodeBlock series(NumberSeries series) {
    if (series instanceof NumberSeries.Constant constant) {
      return CodeBlock.of("$L", constant.value());
    }
    if (series instanceof NumberSeries.Affine affine) {
      long step = Math.abs((long) affine.step());
      CodeBlock distance =
          step == 1
              ? CodeBlock.of("$N", repetitionIndex)
              : CodeBlock.of("$L * $N", step, repetitionIndex);
      return sum(affine.first(), affine.step() < 0 ? "-" : "+", distance);
    }
    NumberSeries.Table table = (NumberSeries.Table) series;
    return sum(
        table.first(),
        "+",
        CodeBlock.of("$N[$N]", tables.nameOf(table.distances()), repetitionIndex));
  }

  private static CodeBlock sum(int first, String operator, CodeBlock distance) {
    return first == 0 && operator.equals("+")
        ? distance
        : CodeBlock.of("$L $L $L", first, operator, distance);
  }
}
