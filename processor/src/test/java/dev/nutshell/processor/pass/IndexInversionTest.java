package dev.nutshell.processor.pass;

import static dev.nutshell.processor.graph.GraphBuilder.axis;
import static dev.nutshell.processor.graph.GraphBuilder.scalar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.GraphBuilder;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Ranges;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The points that read an element. */
class IndexInversionTest {
  private final Axis i = axis("i", 14);
  private final Axis k = axis("k", 3);

  private static IndexInversion.Points solve(
      Scalar index, Axis position, List<Axis> unknowns, Scalar... guards) {
    return IndexInversion.solve(
        List.of(index), List.of(scalar(position)), unknowns, List.of(guards));
  }

  private static Scalar sum(Object... parts) {
    return List.of(parts).stream().map(GraphBuilder::scalar).reduce(Scalars::add).orElseThrow();
  }

  private static Scalar times(Object value, int factor) {
    return Scalars.multiply(scalar(value), scalar(factor));
  }

  @Test
  void anAxisAlone() {
    Axis x = axis("x", 14);
    IndexInversion.Points points = solve(scalar(i), x, List.of(i, k));
    assertEquals(List.of(k), points.free());
    assertEquals(scalar(x), points.solution().get(i));
    assertEquals(List.of(), points.guards());
  }

  @Test
  void aConvolutionLeavesItsKernel() {
    Axis x = axis("x", 14);
    Scalar index = Scalars.subtract(sum(i, k), scalar(1));
    Scalar[] padding = Scalars.inRange(index, x.extent(), Ranges.NONE).toArray(Scalar[]::new);
    IndexInversion.Points points = solve(index, x, List.of(i, k), padding);
    Scalar reader = Scalars.add(Scalars.subtract(scalar(x), scalar(k)), scalar(1));
    assertEquals(List.of(k), points.free());
    assertEquals(reader, points.solution().get(i));
    // The padding's guards hold for every x; those of the readers are left.
    assertEquals(Scalars.inRange(reader, i.extent(), Ranges.NONE), points.guards());
  }

  @Test
  void windowsThatDoNotOverlapHaveOneReader() {
    Axis x = axis("x", 28);
    Axis w = axis("w", 2);
    IndexInversion.Points points = solve(sum(times(i, 2), w), x, List.of(i, w));
    assertEquals(List.of(), points.free());
    assertEquals(Scalars.floorDivide(scalar(x), scalar(2)), points.solution().get(i));
    assertEquals(Scalars.remainder(scalar(x), scalar(2)), points.solution().get(w));
    assertEquals(List.of(), points.guards());
  }

  @Test
  void aStrideHasToDivide() {
    Axis x = axis("x", 29);
    IndexInversion.Points points = solve(sum(times(i, 2), k), x, List.of(i, k));
    Scalar rest = Scalars.subtract(scalar(x), scalar(k));
    assertEquals(List.of(k), points.free());
    assertEquals(Scalars.floorDivide(rest, scalar(2)), points.solution().get(i));
    assertEquals(
        Scalars.equal(Scalars.remainder(rest, scalar(2)), scalar(0)), points.guards().get(0));
  }

  @Test
  void quotientAndRemainderOfOneAxisAreSolvedTogether() {
    Axis flat = axis("flat", 12);
    Axis row = axis("row", 3);
    Axis column = axis("column", 4);
    IndexInversion.Points points =
        IndexInversion.solve(
            List.of(
                Scalars.floorDivide(scalar(flat), scalar(4)),
                Scalars.remainder(scalar(flat), scalar(4))),
            List.of(scalar(row), scalar(column)),
            List.of(flat),
            List.of());
    assertEquals(List.of(), points.free());
    assertEquals(sum(times(row, 4), column), points.solution().get(flat));
    assertEquals(List.of(), points.guards());
  }

  @Test
  void theStrideOfATransposedConvolutionIsNoLoop() {
    Axis x = axis("x", 7);
    Scalar reach = Scalars.subtract(scalar(i), scalar(k));
    Scalar whole = Scalars.equal(Scalars.remainder(reach, scalar(2)), scalar(0));
    IndexInversion.Points points =
        solve(Scalars.floorDivide(reach, scalar(2)), x, List.of(i, k), whole);
    assertEquals(List.of(k), points.free());
    assertEquals(sum(times(x, 2), k), points.solution().get(i));
  }

  @Test
  void anIndexFromDataStaysACondition() {
    Input index = new GraphBuilder().input("index", ElementType.INT, List.of(Extent.of(14)));
    Axis x = axis("x", 9);
    Scalar read = GraphBuilder.at(index, i);
    IndexInversion.Points points = solve(read, x, List.of(i));
    assertEquals(List.of(i), points.free());
    assertEquals(List.of(Scalars.equal(scalar(x), read)), points.guards());
  }

  @Test
  void aDiagonalIsAMap() {
    Axis x = axis("x", 3);
    Axis y = axis("y", 3);
    IndexInversion.Points points =
        IndexInversion.solve(
            List.of(scalar(k), scalar(k)), List.of(scalar(x), scalar(y)), List.of(k), List.of());
    assertEquals(List.of(), points.free());
    assertEquals(List.of(Scalars.equal(scalar(y), scalar(x))), points.guards());
  }

  @Test
  void whatIsNeverReadHasNoReaders() {
    Axis x = axis("x", 9);
    Scalar never = Scalars.less(sum(k, 20), scalar(x));
    IndexInversion.Points points = solve(sum(k, i), x, List.of(i, k), never);
    assertEquals(List.of(Scalars.FALSE), points.guards());
  }
}
