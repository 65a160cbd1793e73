package dev.nutshell.processor.emit.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.driver.DriverStep.Argument;
import dev.nutshell.processor.emit.driver.DriverStep.Call;
import dev.nutshell.processor.emit.kernel.MemberNames;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerollingTest {

  private static Call call(String method, int... numbers) {
    List<Argument> arguments = new ArrayList<>();
    arguments.add(Argument.text("work"));
    for (int number : numbers) {
      arguments.add(Argument.number(number));
    }
    return new Call(method, arguments);
  }

  private static String java(List<DriverStep> steps) {
    MemberNames names = new MemberNames(List.of());
    OffsetTables tables = new OffsetTables(names);
    CodeBlock body =
        new DriverMethods(new MemberNames(List.of()), tables, "block", List.of())
            .body("run", List.of(), steps);
    StringBuilder text = new StringBuilder();
    tables.specs().forEach(text::append);
    return text.append(body).toString();
  }

  @Test
  void equalBlocksBecomeALoopOverTheirOffsets() {
    List<DriverStep> steps = new ArrayList<>();
    steps.add(call("embed", 0));
    for (int block = 0; block < 6; block++) {
      steps.add(call("norm", 100 + 10 * block, 7));
      steps.add(call("dense", 500 - block, 3 * block));
      steps.add(call("dense", 20, 21));
    }
    steps.add(call("norm", 1, 1));
    assertEquals(
        """
        embed(work, 0);
        for (int block = 0; block < 6; block++) {
          norm(work, 100 + 10 * block, 7);
          dense(work, 500 - block, 3 * block);
          dense(work, 20, 21);
        }
        norm(work, 1, 1);
        """,
        java(steps));
  }

  @Test
  void offsetsWithoutAFormulaAreListedOnce() {
    List<DriverStep> steps = new ArrayList<>();
    int[] offsets = {3, 5, 4, 9};
    for (int block = 0; block < 4; block++) {
      steps.add(call("a", offsets[block]));
      steps.add(call("b", offsets[block] + 100));
      for (String name : List.of("c", "d", "e", "f", "g")) {
        steps.add(call(name, block));
      }
    }
    assertEquals(
        """
        private static final int[] OFFSETS = {0, 2, 1, 6};
        for (int block = 0; block < 4; block++) {
          a(work, 3 + OFFSETS[block]);
          b(work, 103 + OFFSETS[block]);
          c(work, block);
          d(work, block);
          e(work, block);
          f(work, block);
          g(work, block);
        }
        """,
        java(steps));
  }

  @Test
  void aFewCallsAreLeftAlone() {
    List<DriverStep> steps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      steps.add(call("dense", i));
    }
    assertEquals(
        "dense(work, 0);\ndense(work, 1);\ndense(work, 2);\ndense(work, 3);\n", java(steps));
  }

  @Test
  void stepsOfAScanAreRolledInside() {
    List<DriverStep> cells = new ArrayList<>();
    for (int layer = 0; layer < 8; layer++) {
      cells.add(call("cell", 64 * layer));
    }
    assertEquals(
        """
        for (int t = 12 - 1; t >= 0; t--) {
          for (int block = 0; block < 8; block++) {
            cell(work, 64 * block);
          }
        }
        """,
        java(List.of(new DriverStep.Scan("t", "12", true, cells))));
  }

  @Test
  void aLongBodyOfALoopIsSplitIntoMethods() {
    List<DriverStep> steps = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      steps.add(call("k" + i, i));
    }
    DriverMethods drivers =
        new DriverMethods(
            new MemberNames(List.of()),
            new OffsetTables(new MemberNames(List.of())),
            "block",
            List.of());
    CodeBlock body =
        drivers.body("run", List.of(), List.of(new DriverStep.Scan("t", "12", false, steps)));
    assertEquals(
        """
        for (int t = 0; t < 12; t++) {
          runPart(t);
          runPart2(t);
          runPart3(t);
        }
        """,
        body.toString());
    assertEquals(3, drivers.parts().size());
  }
}
