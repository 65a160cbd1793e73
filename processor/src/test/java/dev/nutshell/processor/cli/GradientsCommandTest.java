package dev.nutshell.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code gradients} says of right, wrong, absent and undefined gradients. */
class GradientsCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("m.dl"), text);
    return Main.run(
        new PrintWriter(out), new PrintWriter(err), "gradients", file.toString(), "--seed=3");
  }

  /** The rows of the table that begin with a name; runs of blanks count as one. */
  private List<String> rows(String name) {
    return out.toString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  @Test
  void everyEntryWithALossIsCompared() throws IOException {
    int status =
        run(
            """
            model M {
              shared fc = dense(3)
              entry train {
                input x: float[t <= 4, 2]
                input kind: int
                target k: int[t]
                h = dropout(fc(x), 0.3) + embedding(kind, 5, 3) |> batch_norm |> relu
                output h
                loss cross_entropy(h, k)
              }
              entry predict {
                input z: float[2]
                output y = fc(z)
              }
            }
            """);
    assertEquals("", err.toString());
    assertEquals(0, status, out.toString());
    assertTrue(out.toString().startsWith("M.train" + System.lineSeparator()), out.toString());
    List<String> names = List.of("x", "fc.W", "fc.b", "h.embedding.W", "h.batch_norm.gamma");
    for (String name : names) {
      assertEquals(1, rows(name).size(), name + " in\n" + out);
      assertTrue(rows(name).get(0).matches(name + " \\de-\\d\\d"), rows(name).toString());
    }
  }

  @Test
  void aWrongGradientIsShownWithBothSlopes() throws IOException {
    int status =
        run(
            """
            model M {
              input x: float[2]
              output y = stop_gradient(x)
              loss check = 3 * y
            }
            """);
    assertEquals(1, status);
    assertTrue(
        rows("x").get(0).contains(" WRONG: the gradient says 0.00000, differences say "),
        out.toString());
  }

  @Test
  void whatTheLossDoesNotDependOnIsNoFault() throws IOException {
    int status =
        run(
            """
            model M {
              input x: float[2]
              input idle: float[2]
              output y = x + idle
              loss check = x^2
            }
            """);
    assertEquals(0, status);
    assertEquals(List.of("idle 0e+00 zero: the loss does not depend on it"), rows("idle"));
  }

  @Test
  void wherePointsAreNoNumbersNothingIsKnown() throws IOException {
    int status =
        run(
            """
            model M {
              input x: float[20]
              output y = log(x)
              loss check = y
            }
            """);
    assertEquals(1, status);
    assertEquals(List.of("x UNKNOWN: no point found at which the loss is smooth"), rows("x"));
  }

  @Test
  void aFileWithoutALossIsRefused() throws IOException {
    int status = run("model M {\n  input x: float[2]\n  output y = 2 * x\n}\n");
    assertEquals(1, status);
    assertEquals(
        folder.resolve("m.dl")
            + ": there is no loss in it; any value of floats can be one: loss check = y^2",
        err.toString().strip());
  }
}
