package dev.nutshell.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.inference.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {

  /** Ids 0 to 99; classes 0 (60 of them), 1 (30) and 2 (10), interleaved. */
  private static Dataset hundred() {
    int[] ids = IntStream.range(0, 100).toArray();
    int[] classes = IntStream.of(ids).map(i -> i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2).toArray();
    return Dataset.of("id", Column.of(1, ids)).with("class", Column.of(1, classes));
  }

  private static List<Integer> ids(Dataset data) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      ids.add(data.column("id").ints()[i]);
    }
    return ids;
  }

  @Test
  void selectionsAreOfSelections() {
    Dataset data = hundred().range(10, 20).select(0, 9, 9);
    assertEquals(List.of(10, 19, 19), ids(data));
    assertEquals(List.of(19), ids(data.range(2, 3)));
    assertThrows(IndexOutOfBoundsException.class, () -> data.select(3));
    assertThrows(IndexOutOfBoundsException.class, () -> data.range(0, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> data.select(-1));
  }

  @Test
  void aSplitDividesAndKeepsTheOrder() {
    Dataset.Split split = hundred().split(0.25, 7);
    assertEquals(25, split.test().size());
    assertEquals(75, split.train().size());
    assertEquals(ids(split.test()).stream().sorted().toList(), ids(split.test()));
    List<Integer> all = new ArrayList<>(ids(split.train()));
    all.addAll(ids(split.test()));
    assertEquals(ids(hundred()), all.stream().sorted().toList());
    assertEquals(ids(split.test()), ids(hundred().split(0.25, 7).test()));
    assertNotEquals(ids(split.test()), ids(hundred().split(0.25, 8).test()));
  }

  @Test
  void partsKnowTheOriginalNumbersOfTheirSamples() {
    Dataset test = hundred().range(50, 100).split(0.2, 7).test();
    List<Integer> originals = IntStream.range(0, 10).mapToObj(test::original).toList();
    assertEquals(ids(test), originals);
    Dataset more = test.with("weight", Column.of(1, new float[10])).select(9, 4);
    assertEquals(originals.get(4), more.original(1));
    assertThrows(IndexOutOfBoundsException.class, () -> more.original(2));
  }

  @Test
  void aStratifiedSplitGivesEachClassItsShare() {
    Dataset.Split split = hundred().stratifiedSplit("class", 24, 3);
    assertEquals(List.of(15L, 7L, 2L), classCounts(split.test()));
    assertEquals(List.of(45L, 23L, 8L), classCounts(split.train()));
    assertEquals(
        List.of(15L, 7L, 2L),
        classCounts(hundred().range(0, 100).stratifiedSplit("class", 24, 4).test()));
  }

  private static List<Long> classCounts(Dataset data) {
    return IntStream.range(0, 3)
        .mapToLong(
            c ->
                IntStream.range(0, data.size())
                    .filter(i -> data.column("class").get(i) == c)
                    .count())
        .boxed()
        .toList();
  }

  /** The squares of the numbers of samples, computed when they are read. */
  private static Dataset squares(int size) {
    return new Dataset() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public List<Field> fields() {
        return List.of(new Field("square", Element.REAL, 1));
      }

      @Override
      public BatchReader reader(Map<String, Column> batch) {
        return new SquareReader(batch.get("square"));
      }
    };
  }

  private static final class SquareReader extends SampleReader {
    private final Column target;

    SquareReader(Column target) {
      this.target = target;
    }

    @Override
    protected void readSample(int sample, int row) {
      target.set(row, sample * sample);
    }
  }

  @Test
  void samplesCanBeMadeWhenTheyAreRead() {
    Dataset data = squares(4).with("id", Column.of(1, new int[] {5, 6, 7, 8}));
    assertArrayEquals(new float[] {0, 1, 4, 9}, data.column("square").floats());
    Dataset part = data.select(3, 1);
    assertArrayEquals(new float[] {9, 1}, part.column("square").floats());
    assertArrayEquals(new int[] {8, 6}, part.column("id").ints());
    assertEquals(2, data.split(0.5, 1).test().size());
  }

  @Test
  void readersFillTheRowsTheyAreAskedFor() {
    Dataset data = squares(4).with("id", Column.of(1, new int[] {5, 6, 7, 8})).range(1, 4);
    Column squares = Column.of(1, new double[3]);
    Column ids = Column.of(1, new float[3]);
    try (BatchReader reader = data.reader(Map.of("square", squares, "id", ids))) {
      reader.begin(Epoch.EVALUATION, new int[] {2, 1, 0}, 1);
      reader.read(1, 2);
    }
    assertArrayEquals(new double[] {0, 4, 1}, squares.doubles());
    assertArrayEquals(new float[] {0, 7, 6}, ids.floats());
    try (BatchReader reader = data.reader(Map.of("id", ids))) {
      reader.begin(Epoch.EVALUATION, new int[] {2}, 0);
      reader.read(0, 1);
    }
    assertArrayEquals(new float[] {8, 7, 6}, ids.floats());
  }

  @Test
  void aNumberThatDoesNotFitIsNamed() {
    Dataset data = Dataset.of("x", Column.of(1, new int[] {1, 300})).with("y", fit());
    try (BatchReader reader = data.reader(Map.of("x", Column.of(1, new byte[2]), "y", fit()))) {
      reader.begin(Epoch.EVALUATION, new int[] {0, 1}, 0);
      assertRefused("column x, row 1: 300.0 is no byte", () -> reader.read(0, 2));
    }
    assertRefused(
        "no column z; there are x, y", () -> data.reader(Map.of("z", Column.of(1, new int[2]))));
    assertRefused("field x: width of 1 or more expected, 0 found", () -> field(0));
  }

  private static Column fit() {
    return Column.of(1, new float[2]);
  }

  private static Field field(int width) {
    return new Field("x", Element.INT, width);
  }

  @Test
  void wrongArgumentsAreNamed() {
    Dataset data = hundred();
    assertRefused("second column id", () -> data.with("id", data.column("id")));
    assertRefused(
        "column x: 100 rows expected, 2 found", () -> data.with("x", Column.of(1, new int[2])));
    assertRefused("no column x; there are id, class", () -> data.column("x"));
    assertRefused("fraction: between 0 and 1 expected, 1.5 found", () -> data.split(1.5, 0));
    assertRefused("count: 1 to 99 samples expected, 0 found", () -> data.split(0.001, 0));
    assertRefused(
        "count: 1 to 99 samples expected, 100 found", () -> data.stratifiedSplit("id", 100, 0));
    Dataset wide = Dataset.of("x", Column.of(2, new int[8]));
    assertRefused(
        "column x: one number a sample expected, 2 found", () -> wide.stratifiedSplit("x", 1, 0));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
