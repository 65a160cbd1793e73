package dev.nutshell.data.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every view of samples says of them. */
class ForwardingTest {

  /** The samples 3, 1 and 4 of five. */
  private static final Dataset SELECTED =
      Dataset.of("x", Column.of(1, new float[] {10, 11, 12, 13, 14})).select(3, 1, 4);

  static List<UnaryOperator<Dataset>> views() {
    return List.of(
        TimedDataset::of,
        Pipeline::of,
        data -> Pipeline.of(data).map("x", (from, to) -> to[0] = from[0]),
        data -> Pipeline.of(data).mixup(0.2, "x"),
        data -> Pipeline.of(data).cache(),
        data -> Pipeline.of(data).prefetch(1),
        data -> TimedDataset.of(Pipeline.of(data).mixup(0.2, "x").prefetch(1)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void samplesKeepTheirNumbersInTheWholeDataSet(UnaryOperator<Dataset> view) {
    Dataset data = view.apply(SELECTED);
    List<Integer> originals = IntStream.range(0, data.size()).mapToObj(data::original).toList();
    assertEquals(List.of(3, 1, 4), originals);
    assertThrows(IndexOutOfBoundsException.class, () -> data.original(3));
  }

  @ParameterizedTest
  @MethodSource("views")
  void fieldsAndColumnsAreThoseOfTheSource(UnaryOperator<Dataset> view) {
    Dataset data = view.apply(SELECTED);
    assertEquals(SELECTED.fields(), data.fields());
    Column column = data.column("x");
    assertEquals(List.of(13.0, 11.0, 14.0), IntStream.range(0, 3).mapToObj(column::get).toList());
  }
}
