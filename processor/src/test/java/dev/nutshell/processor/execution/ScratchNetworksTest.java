package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Program;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions whose plain loops add in scratch memory, in every form that these loops have. */
class ScratchNetworksTest {

  /** With the number of kernels that each of them has there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Blocks of samples, and samples alone; points in eights, and in sevens.
        "x: float[24]; dense(48) |> relu |> dense(16); 4",
        "x: float[35]; dense(20); 2",
        // Lanes in blocks.
        "x: float[9]; dense(1040); 2",
        // Rows of an image; three of them where four leave one over.
        "x: float[6, 8, 4]; conv(18, kernel: 3, padding: same); 1",
        "x: float[5, 11, 4]; conv(16, kernel: 3) |> relu; 1",
        // Columns of the image are the lanes, of which each point lies next to the last.
        "x: float[8, 19, 1]; conv(3, kernel: 3); 1",
        // Both factors differ from lane to lane.
        "x: float[6, 6, 16]; conv(16, kernel: 3, groups: 16); 1",
        // Few points, few lanes, and sums that are striped.
        "x: float[4]; dense(32); 0",
        "x: float[24]; dense(10); 0",
      })
  void agreeWithTheInterpreterAndWithVectors(String input, String layers, int kernels) {
    check("model Network {\n  input " + input + "\n  output y = x |> " + layers + "\n}\n", kernels);
  }

  @ParameterizedTest
  @CsvSource({"float, 4", "double, 4"})
  void severalSumsOfANode(String precision, int kernels) {
    check(
        "model Network(): "
            + precision
            + " {\n  input x: float[20]\n  input z: float[12]\n"
            + "  output y = relu((x |> dense(24)) + (z |> dense(24)))\n}\n",
        kernels);
  }

  private static void check(String text, int kernels) {
    Model model = Elaborated.model(text);
    Program plain = Compiler.schedule(model).inference().get(0).scalar();
    long inScratch =
        plain.phases().stream()
            .flatMap(phase -> phase.parallel().stream())
            .filter(step -> step instanceof Program.Call call && isInScratch(call))
            .count();
    assertEquals(kernels, inScratch, text);
    GeneratedNetwork network = GeneratedNetwork.of(model);
    for (int batch : new int[] {1, 4, 7}) {
      Agreement.check(
          network.withoutVectors(), new ModelCalls(model, batch).apply(new Random(batch)));
      VectorAgreement.check(network, new ModelCalls(model, batch).apply(new Random(batch)));
    }
  }

  private static boolean isInScratch(Program.Call call) {
    return call.places().stream().anyMatch(place -> place.area() == Area.SCRATCH);
  }
}
