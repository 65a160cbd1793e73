package dev.nutshell.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.DriverStep.Argument;
import dev.nutshell.processor.emit.DriverStep.Call;
import dev.nutshell.processor.emit.DriverStep.Repetition;
import dev.nutshell.processor.emit.DriverStep.Scan;
import java.util.Iterator;
import java.util.List;

/** Steps of a driver as statements. */
final class DriverRenderer {
  private static final CodeBlock ZERO = CodeBlock.of("0");

  private final OffsetTables tables;
  private final String repetitionIndex;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private DriverRenderer(OffsetTables tables, String repetitionIndex) {
    this.tables = tables;
    this.repetitionIndex = repetitionIndex;
  }

  /**
   * @param repetitionIndex a name for the index of a repetition that hides nothing which the steps mention
   */
  static CodeBlock code(List<DriverStep> steps, OffsetTables tables, String repetitionIndex) {
    DriverRenderer renderer = new DriverRenderer(tables, repetitionIndex);
    steps.forEach(step -> renderer.step(step, literals(step)));
    return renderer.code.build();
  }

  private static Iterator<CodeBlock> literals(DriverStep step) {
    return step.numbers().stream().map(number -> CodeBlock.of("$L", number)).iterator();
  }

  private void step(DriverStep step, Iterator<CodeBlock> numbers) {
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
      scan.body().forEach(inner -> step(inner, numbers));
      code.endControlFlow();
    } else if (step instanceof Repetition repetition) {
      String i = repetitionIndex;
      code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", i, i, repetition.times(), i);
      Iterator<CodeBlock> series = repetition.series().stream().map(this::series).iterator();
      repetition.body().forEach(inner -> step(inner, series));
      code.endControlFlow();
    }
  }

  private static CodeBlock argument(Argument argument, Iterator<CodeBlock> numbers) {
    if (!argument.numbered()) {
      return CodeBlock.of("$L", argument.text());
    }
    CodeBlock number = numbers.next();
    if (argument.text().isEmpty()) {
      return number;
    }
    return number.equals(ZERO)
        ? CodeBlock.of("$L", argument.text())
        : CodeBlock.of("$L + $L", argument.text(), number);
  }

  private CodeBlock series(NumberSeries series) {
    if (series instanceof NumberSeries.Constant constant) {
      return CodeBlock.of("$L", constant.value());
    }
    if (series instanceof NumberSeries.Affine affine) {
      String operator = affine.step() < 0 ? "-" : "+";
      long step = Math.abs((long) affine.step());
      CodeBlock product =
          step == 1
              ? CodeBlock.of("$N", repetitionIndex)
              : CodeBlock.of("$L * $N", step, repetitionIndex);
      return affine.first() == 0 && affine.step() > 0
          ? product
          : CodeBlock.of("$L $L $L", affine.first(), operator, product);
    }
    return CodeBlock.of(
        "$N[$N]", tables.nameOf(((NumberSeries.Table) series).values()), repetitionIndex);
  }
}
