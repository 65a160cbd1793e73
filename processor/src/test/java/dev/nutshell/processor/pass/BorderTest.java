package dev.nutshell.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Compute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a copy of all elements of a node with zeros around them. */
class BorderTest {

  @Test
  void zerosAroundAllElementsAreABorder() {
    Border border = border("[i < 23, c < 16] select(i - 1 >= 0 and i - 1 < 20, x[i - 1, c], 0.0)");
    assertEquals(List.of(0, 1, 0), border.before());
    assertEquals(List.of(0, 2, 0), border.behind());
  }

  /** The elements that are left out would have no place inside of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[i < 21, c < 16] select(i + 1 < 20, x[i + 1, c], 0.0)",
        "[i < 21, c < 16] select(i - 2 >= 0, x[i - 2, c], 0.0)",
      })
  void aPartIsNoneOfTheWhole(String shifted) {
    assertNull(border(shifted));
  }

  private static Border border(String copy) {
    return Border.of(
        (Compute)
            Elaborated.model("model M { input x: float[20, 16] output y = " + copy + " }")
                .entries()
                .get(0)
                .inference()
                .outputs()
                .get(0)
                .node());
  }
}
