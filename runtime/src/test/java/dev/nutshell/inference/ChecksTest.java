package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChecksTest {

  private static void assertRefused(String message, Executable check) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, check).getMessage());
  }

  @Test
  void length() {
    Checks.length("image", 10, 2, 8);
    Checks.length("image", 0, 0, 0);
    assertRefused(
        "image: 9 elements needed from offset 2, the array has 10",
        () -> Checks.length("image", 10, 2, 9));
    assertRefused("image: offset -1 is negative", () -> Checks.length("image", 10, -1, 2));
    assertRefused(
        "image: 4294967296 elements needed from offset 0, the array has 10",
        () -> Checks.length("image", 10, 0, 1L << 32));
  }

  @Test
  void count() {
    Checks.count(0, 4);
    Checks.count(4, 4);
    assertRefused("n: 0 to 4 samples expected, 5 found", () -> Checks.count(5, 4));
    assertRefused("n: 0 to 4 samples expected, -1 found", () -> Checks.count(-1, 4));
  }

  @Test
  void batch() {
    Checks.batch(1, 4);
    Checks.batch(4, 4);
    assertRefused("n: 1 to 4 samples expected, 5 found", () -> Checks.batch(5, 4));
    assertRefused("n: 1 to 4 samples expected, 0 found", () -> Checks.batch(0, 4));
  }

  @Test
  void extent() {
    Checks.extent("t", 64, 64);
    assertRefused("t: extent 1 to 64 expected, 65 found", () -> Checks.extent("t", 65, 64));
    assertRefused("t: extent 1 to 64 expected, 0 found", () -> Checks.extent("t", 0, 64));
  }

  @Test
  void index() {
    int[] tokens = {99, 0, 9, -1};
    Checks.index("tokens", tokens, 1, 2, 10);
    assertRefused(
        "tokens[0]: index 0 to 9 expected, 99 found",
        () -> Checks.index("tokens", tokens, 0, 2, 10));
    assertRefused(
        "tokens[3]: index 0 to 9 expected, -1 found",
        () -> Checks.index("tokens", tokens, 1, 3, 10));
  }

  @Test
  void distinct() {
    float[] one = new float[3];
    Checks.distinct("x", one, "y", new float[3]);
    assertRefused("x and y are the same array", () -> Checks.distinct("x", one, "y", one));
  }
}
