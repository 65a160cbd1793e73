package dev.nutshell.data.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LabelTest {

  /** Ids 0 to 22; classes 0 (13 of them), 1 (7) and 2 (3). */
  private static Dataset samples() {
    int[] ids = IntStream.range(0, 23).toArray();
    int[] classes = IntStream.of(ids).map(i -> i < 13 ? 0 : i < 20 ? 1 : 2).toArray();
    return Dataset.of("id", Column.of(1, ids)).with("class", Column.of(1, classes));
  }

  private static List<Integer> ids(Dataset data) {
    return Arrays.stream(data.column("id").ints()).boxed().toList();
  }

  private static void assertDivides(List<Dataset.Split> splits) {
    List<Integer> tested = new ArrayList<>();
    for (Dataset.Split split : splits) {
      tested.addAll(ids(split.test()));
      List<Integer> all = new ArrayList<>(ids(split.train()));
      all.addAll(ids(split.test()));
      assertEquals(ids(samples()), all.stream().sorted().toList());
      assertEquals(ids(split.train()).stream().sorted().toList(), ids(split.train()));
    }
    assertEquals(ids(samples()), tested.stream().sorted().toList());
  }

  @Test
  void everySampleIsTestedOnce() {
    List<Dataset.Split> splits = KFold.split(samples(), 5, 1);
    assertDivides(splits);
    assertEquals(
        List.of(5, 5, 5, 4, 4), splits.stream().map(split -> split.test().size()).toList());
    assertEquals(ids(splits.get(0).test()), ids(KFold.split(samples(), 5, 1).get(0).test()));
    assertNotEquals(ids(splits.get(0).test()), ids(KFold.split(samples(), 5, 2).get(0).test()));
  }

  @Test
  void stratifiedFoldsHaveTheirShareOfEachClass() {
    List<Dataset.Split> splits = KFold.stratified(samples(), "class", 3, 4);
    assertDivides(splits);
    for (Dataset.Split split : splits) {
      int[] counts = new int[3];
      for (int label : split.test().column("class").ints()) {
        counts[label]++;
      }
      assertEquals(4.5, counts[0], 0.5);
      assertEquals(2.5, counts[1], 0.5);
      assertEquals(1, counts[2]);
    }
  }

  @Test
  void oneHotRows() {
    Column rows = new OneHot(3).of(Column.of(1, new int[] {2, 0}));
    assertEquals(3, rows.width());
    assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0}, rows.floats());
  }

  @Test
  void balancedWeightsGiveEachClassTheSameSum() {
    Column labels = samples().column("class");
    float[] weights = ClassWeights.balanced(labels, 4);
    assertArrayEquals(new float[] {23f / 4 / 13, 23f / 4 / 7, 23f / 4 / 3, 0}, weights, 1e-6f);
    float[] ofSamples = ClassWeights.of(labels, weights).floats();
    assertEquals(weights[1], ofSamples[13]);
    assertEquals(weights[2], ofSamples[22]);
  }

  @Test
  void wrongArgumentsAreNamed() {
    Dataset data = samples();
    Dataset wide = Dataset.of("x", Column.of(2, new int[8]));
    Column labels = data.column("class");
    assertRefused("folds: 2 to 23 expected, 1 found", () -> KFold.split(data, 1, 0));
    assertRefused("folds: 2 to 23 expected, 24 found", () -> KFold.split(data, 24, 0));
    assertRefused(
        "column x: one number a sample expected, 2 found", () -> KFold.stratified(wide, "x", 2, 0));
    assertRefused("classes: 1 or more expected, 0 found", () -> new OneHot(0));
    assertRefused("class 0 to 1 expected, 2 found", () -> new OneHot(2).of(labels));
    assertRefused(
        "class 0 to 1 expected, 0.5 found",
        () -> new OneHot(2).of(Column.of(1, new float[] {0.5f})));
    assertRefused("row 20: class 0 to 1 expected, 2 found", () -> ClassWeights.balanced(labels, 2));
    assertRefused("row 13: class 0 to 0 expected, 1 found", () -> ClassWeights.of(labels, 1f));
    assertRefused(
        "one class a row expected, 2 numbers found",
        () -> ClassWeights.balanced(wide.column("x"), 2));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
