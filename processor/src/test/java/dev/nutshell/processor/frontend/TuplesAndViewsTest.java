package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tuples as arguments, dimensions in another order, and random numbers of chosen axes. */
class TuplesAndViewsTest {
  private static final Tensor X = new Tensor(List.of(1, 2, 3), new double[] {1, 2, 3, 4, 5, 6});

  /** The output {@code y} of a model of one input {@code x} of two rows of three numbers. */
  private static Tensor y(String declarations, String body) {
    Model model =
        Elaborated.model(declarations + "model M {\n  input x: float[2, 3]\n" + body + "\n}\n");
    Call call = Call.of(1, Map.of("x", X), Map.of());
    return Interpreter.evaluate(model.entries().get(0).inference(), call).outputs().get("y");
  }

  @Test
  void aFormalTakesATupleOfAnyNumberOfTensors() {
    String text = "fun last(t: tuple) { return t[size(t, 0) - 1] }\n";
    assertArrayEquals(
        new double[] {2, 4, 6, 8, 10, 12}, y(text, "output y = last((x, 2 * x))").values());
    assertArrayEquals(
        new double[] {3, 6, 9, 12, 15, 18},
        y(text, "output y = (x, 2 * x, 3 * x) |> last").values());
  }

  @Test
  void aMovedAxisKeepsTheOrderOfTheOthers() {
    Tensor moved = y("", "z = [k < 4, i, j] x[i, j] * float(k) output y = move_axis(z, 0, -1)");
    assertEquals(List.of(1, 2, 3, 4), moved.shape());
    assertArrayEquals(new double[] {0, 1, 2, 3, 0, 2, 4, 6}, Arrays.copyOf(moved.values(), 8));
  }

  @Test
  void permuteNamesTheAxisThatEachDimensionComesFrom() {
    Tensor turned = y("", "output y = permute(x, (1, 0))");
    assertEquals(List.of(1, 3, 2), turned.shape());
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, turned.values());
  }

  @Test
  void randomNumbersOfAnAxisAreTheSameAlongTheOthers() {
    double[] drawn = y("", "output y = [i, k] random(k) + 0 * x[i, k]").values();
    assertArrayEquals(Arrays.copyOf(drawn, 3), Arrays.copyOfRange(drawn, 3, 6));
    assertNotEquals(drawn[0], drawn[1]);
  }

  @Test
  void operatorsGoThroughTheElementsOfTuples() {
    String text =
        """
        fun window(x: float[a, b], size: int[2], step: tuple) {
          places = floor_div((a, b) - size, step) + 1
          return [i < places[0], j < places[1]] x[i * step[0], j * step[1]]
        }
        """;
    assertArrayEquals(new double[] {1, 3}, y(text, "output y = window(x, 1, (2, 2))").values());
  }

  @Test
  void ownDeclarationsDoNotReachIntoTheLibrary() {
    String text = "fun cumulated(x: float[...]) { return x }\n";
    assertArrayEquals(new double[] {1, 3, 6, 4, 9, 15}, y(text, "output y = cumsum(x)").values());
  }

  @Test
  void anEquationSumsOverTheAxesThatItsResultLacks() {
    assertArrayEquals(new double[] {6, 15}, y("", "output y = einsum(\"ij->i\", x)").values());
    assertArrayEquals(
        new double[] {14, 32, 32, 77}, y("", "output y = einsum(\"ij,kj->ik\", x, x)").values());
  }

  @Test
  void aWordOfAShorterChoiceIsAWordOfALongerOne() {
    String text =
        """
        fun inner(x: float[...], how: {one, two, three}) {
          return if how == three { 3 * x } else if how == two { 2 * x } else { x }
        }
        fun outer(x: float[...], how: {one, two} = two) { return inner(x, how) }
        """;
    assertArrayEquals(new double[] {2, 4, 6, 8, 10, 12}, y(text, "output y = outer(x)").values());
  }
}
