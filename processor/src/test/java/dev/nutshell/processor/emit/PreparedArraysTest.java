package dev.nutshell.processor.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Program;
import org.junit.jupiter.api.Test;

/** What follows from parameters alone is computed when a network is built, and kept. */
class PreparedArraysTest {
  private static final String TWO =
      """
      model Two {
        param w: float[2] init zeros
        entry scale {
          input x: float[2]
          squares = [i] w[i] * w[i]
          fourths = [i] squares[i] * squares[i]
          output y = [i] x[i] * fourths[i] + squares[1 - i]
        }
        entry shift {
          input z: float[2]
          twice = [i] w[i] + w[i]
          total = sum[i] twice[i]
          output v = [i] z[i] + total * twice[i]
          output again = twice
        }
      }
      """;

  @Test
  void aCallDoesWhatDependsOnItAlone() {
    CompiledModel compiled = Nets.schedule(TWO);
    for (CompiledModel.Forms forms : compiled.inference()) {
      Program program = forms.scalar();
      assertTrue(program.preparation().size() >= 2, program.name());
      assertTrue(program.phases().stream().allMatch(phase -> phase.serial().isEmpty()));
      assertEquals(
          0, ProgramContents.places(program).filter(place -> place.area() == Area.COMMON).count());
    }
  }

  @Test
  void everyCallFindsItAsItWas() {
    GeneratedNet net = GeneratedNet.of(Nets.emit(Nets.schedule(TWO)), 2, 3);
    for (int call = 0; call < 3; call++) {
      float[] y = new float[2];
      net.call("scale", new float[] {1, 10}, y);
      assertArrayEquals(new float[] {16 + 9, 810 + 4}, y);
      float[] v = new float[2];
      float[] again = new float[2];
      net.call("shift", new float[] {1, 2}, v, again);
      assertArrayEquals(new float[] {1 + 40, 2 + 60}, v);
      assertArrayEquals(new float[] {4, 6}, again);
    }
  }

  @Test
  void whatACallHasAPartInIsNotPrepared() {
    String text =
        """
        model Lengths {
          input x: float[t <= 4]
          param w: float[4] init zeros
          carry heard: float[4] init zeros
          grown = [i] heard[i] + w[i]
          update heard = grown
          share = sum[i < t] w[i]
          output y = [i] x[i] * share
          output z = grown
        }
        """;
    CompiledModel compiled = Nets.schedule(text);
    assertEquals(0, compiled.inference().get(0).scalar().preparation().size());
  }
}
