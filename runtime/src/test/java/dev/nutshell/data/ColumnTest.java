package dev.nutshell.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.inference.Allocation;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ColumnTest {

  private static List<Column> onesOfEveryType() {
    return List.of(
        Column.of(2, new float[] {0, 1, 1, 0}),
        Column.of(2, new double[] {0, 1, 1, 0}),
        Column.of(2, new int[] {0, 1, 1, 0}),
        Column.of(2, new byte[] {0, 1, 1, 0}),
        Column.of(2, new boolean[] {false, true, true, false}));
  }

  @Test
  void aRowIsCopiedBetweenAnyTypes() {
    for (Column source : onesOfEveryType()) {
      for (Column target : onesOfEveryType()) {
        source.copyRow(1, target, 0);
        assertEquals(1, target.get(0), source.type() + " to " + target.type());
        assertEquals(0, target.get(1), source.type() + " to " + target.type());
        assertEquals(1, target.get(2), source.type() + " to " + target.type());
      }
    }
  }

  @Test
  void bytesAreUnsigned() {
    Column bytes = Column.of(1, new byte[] {(byte) 200, -1});
    Column floats = Column.of(1, new float[2]);
    bytes.copyRow(0, floats, 1);
    assertEquals(200, floats.get(1));
    floats.copyRow(1, bytes, 1);
    assertArrayEquals(new byte[] {(byte) 200, (byte) 200}, bytes.bytes());
    assertArrayEquals(new float[] {200 / 255f, 200 / 255f}, bytes.map(v -> v / 255).floats());
  }

  @Test
  void whatATypeCannotHoldIsRefused() {
    Column ints = Column.of(1, new int[] {7});
    Column bytes = Column.of(1, new byte[] {7});
    Column truths = Column.of(1, new boolean[1]);
    assertRefused("1.5 is no int", () -> ints.set(0, 1.5));
    assertRefused("NaN is no int", () -> ints.set(0, Double.NaN));
    assertRefused("2.147483648E9 is no int", () -> ints.set(0, 2147483648.0));
    assertRefused("256.0 is no byte", () -> bytes.set(0, 256));
    assertRefused("-1.0 is no byte", () -> bytes.set(0, -1));
    assertRefused("2.0 is no boolean", () -> truths.set(0, 2));
    assertEquals(7, ints.get(0));
    assertEquals(7, bytes.get(0));
  }

  @Test
  void shapesHaveToFit() {
    assertRefused("width: 1 or more expected, 0 found", () -> Column.of(0, new int[2]));
    assertRefused("5 elements are no whole number of rows of 2", () -> Column.of(2, new int[5]));
    Column two = Column.of(2, new int[4]);
    Column one = Column.of(1, new int[4]);
    assertRefused("a row of 2 elements does not fit one of 1", () -> two.copyRow(0, one, 0));
    Exception e = assertThrows(IndexOutOfBoundsException.class, () -> one.copyRow(4, one, 0));
    assertEquals("row 4 of 4", e.getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> one.copyRow(0, one, -1));
  }

  @Test
  void elementsGiveTypes() {
    assertEquals("float", Column.allocate(Element.REAL, Precision.FLOAT, 2, 3).type());
    assertEquals("double", Column.allocate(Element.REAL, Precision.DOUBLE, 2, 3).type());
    assertEquals("int", Column.allocate(Element.INT, Precision.FLOAT, 2, 3).type());
    assertEquals("byte", Column.allocate(Element.BYTE, Precision.FLOAT, 2, 3).type());
    assertEquals("boolean", Column.allocate(Element.BOOL, Precision.FLOAT, 2, 3).type());
  }

  @Test
  void theArrayIsShared() {
    int[] values = {1, 2};
    Column column = Column.of(1, values);
    assertSame(values, column.ints());
    Exception e = assertThrows(IllegalStateException.class, column::floats);
    assertEquals("the column holds int, not float", e.getMessage());
  }

  @Test
  void copyingAllocatesNothing() {
    List<Column> columns = onesOfEveryType();
    Column[] all = columns.toArray(new Column[0]);
    Runnable copies =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            for (Column source : all) {
              for (Column target : all) {
                source.copyRow(0, target, 1);
              }
            }
          }
        };
    assertEquals(0, Allocation.settledBytes(copies));
  }

  @Test
  void rowsAreSelectedAndCopiedTogether() {
    Column source = Column.of(2, new byte[] {1, 2, -1, 4, 5, 6});
    assertArrayEquals(new byte[] {5, 6, 1, 2, 5, 6}, source.select(2, 0, 2).bytes());
    Column floats = Column.of(2, new float[8]);
    source.copyRows(1, floats, 2, 2);
    assertArrayEquals(new float[] {0, 0, 0, 0, 255, 4, 5, 6}, floats.floats());
    Column same = source.allocateLike(2);
    source.copyRows(0, same, 0, 2);
    assertArrayEquals(new byte[] {1, 2, -1, 4}, same.bytes());
    source.copyRows(3, same, 2, 0);
    Exception e =
        assertThrows(IndexOutOfBoundsException.class, () -> source.copyRows(2, floats, 0, 2));
    assertEquals("rows 2 + 2 of 3", e.getMessage());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
