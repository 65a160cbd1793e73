package dev.nutshell.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.Column;
import dev.nutshell.data.file.DataFileException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  private static Csv read(String text) throws IOException {
    return Csv.read(new StringReader(text), "t.csv", CsvFormat.COMMA);
  }

  @Test
  void readsColumns() throws IOException {
    Csv table = read("a,b,name\n1,2.5,x\n-3, 4e2 ,y\n");
    assertEquals(List.of("a", "b", "name"), table.header());
    assertEquals(2, table.size());
    Column both = table.floats(List.of("b", "a"));
    assertEquals(2, both.width());
    assertArrayEquals(new float[] {2.5f, 1, 400, -3}, both.floats());
    assertArrayEquals(new int[] {1, -3}, table.ints("a").ints());
    assertArrayEquals(new double[] {2.5, 400}, table.doubles("b").doubles());
    assertArrayEquals(new float[] {2.5f, 400}, table.floats("b").floats());
    assertEquals(List.of("x", "y"), table.texts("name"));
  }

  @Test
  void readsQuotesAndLineEnds() throws IOException {
    Csv table = read("\ufeffa,\"b \"\"c\"\"\"\r\n\r\n\"1,\n2\",\r\n,\"\"");
    assertEquals(List.of("a", "b \"c\""), table.header());
    assertEquals(List.of("1,\n2", ""), table.texts("a"));
    assertEquals(List.of("", ""), table.texts("b \"c\""));
  }

  @Test
  void readsOtherFormats() throws IOException {
    Csv table =
        Csv.read(
            new StringReader("ham\t\"Go, she said\nspam\tWIN\n"),
            "sms",
            CsvFormat.TAB.withoutHeader());
    assertEquals(List.of("c0", "c1"), table.header());
    assertEquals(List.of("\"Go, she said", "WIN"), table.texts("c1"));
  }

  @Test
  void categoriesAreIndices() throws IOException {
    Csv table = read("kind\nb\na\nc\na\n");
    assertEquals(List.of("a", "b", "c"), table.values("kind"));
    assertArrayEquals(
        new int[] {1, 0, 2, 0}, table.categories("kind", table.values("kind")).ints());
    assertRefused(
        "t.csv:4:1: column kind: one of [a, b] expected, 'c' found",
        () -> table.categories("kind", List.of("a", "b")));
  }

  @Test
  void textsAreTheirHashCodes() throws IOException {
    Csv table = read("kind,x\nNEAR BAY,1\n,2\nINLAND,3\n");
    assertArrayEquals(
        new int[] {"NEAR BAY".hashCode(), 0, "INLAND".hashCode()}, table.hashes("kind").ints());
    Csv alike = read("kind\nAa\nx\nAa\nBB\n");
    assertRefused(
        "t.csv:5:1: column kind: 'BB' has the hash code of 'Aa'", () -> alike.hashes("kind"));
  }

  @Test
  void missingCellsAreErrorsUnlessTheyCountAsSomething() throws IOException {
    Csv table = read("a,b\n1,\n,2\n");
    assertRefused("t.csv:3:1: column a: the cell is empty", () -> table.floats(List.of("a")));
    assertArrayEquals(new float[] {1, -1}, table.missingAs(-1).floats(List.of("a")).floats());
    assertArrayEquals(
        new double[] {Double.NaN, 2}, table.missingAs(Double.NaN).doubles(List.of("b")).doubles());
  }

  @Test
  void whatStandsForAMissingValueCanBeNamed() throws IOException {
    CsvFormat format = CsvFormat.COMMA.withMissing("NA", "?");
    Csv table = Csv.read(new StringReader("a,kind\n1,x\n NA ,?\n?,\n"), "t.csv", format);
    assertRefused("t.csv:3:1: column a: no value but 'NA'", () -> table.floats(List.of("a")));
    assertArrayEquals(new float[] {1, -1, -1}, table.missingAs(-1).floats(List.of("a")).floats());
    List<String> kinds = table.values("kind");
    assertEquals(List.of("x"), kinds);
    assertRefused(
        "t.csv:3:6: column kind: no value but '?'", () -> table.categories("kind", kinds));
    assertArrayEquals(new int[] {0, 1, 1}, table.missingAs(1).categories("kind", kinds).ints());
    assertRefused(
        "t.csv:3:6: column kind: NaN is no int",
        () -> table.missingAs(Double.NaN).categories("kind", kinds));
  }

  @Test
  void tablesCanBeReadRowByRow(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "1;x\n2.5;y\n;z;z\n");
    CsvFormat format = new CsvFormat(';', true, false, Set.of());
    try (CsvReader reader = CsvReader.open(file, format)) {
      assertEquals(List.of("c0", "c1"), reader.header());
      assertEquals(1, reader.next().number("c0"));
      CsvRow row = reader.next();
      assertEquals(2, row.line());
      assertEquals(2.5, row.number("c0"));
      assertEquals(1, row.category("c1", List.of("x", "y")));
      Exception e = assertThrows(DataFileException.class, reader::next);
      assertEquals("t.csv:3: 2 cells expected, 3 found", e.getMessage());
      assertEquals(null, reader.next());
    }
  }

  @Test
  void wrongCellsAreNamed() throws IOException {
    Csv table = read("a,b\n1,2\n\"x\ny\",2.5\nz,3\n");
    assertRefused(
        "t.csv:3:1: column a: number expected, 'x\ny' found", () -> table.floats(List.of("a")));
    assertRefused("t.csv:4:4: column b: 2.5 is no int", () -> table.ints(List.of("b")));
    assertRefused("t.csv: no column c; there are a, b", () -> table.ints(List.of("c")));
    // The quoted line end counts: z is in line 5 of the text.
    Csv shifted = read("a,b\n1,2\n\"3\n\",2\nz,3\n");
    assertRefused(
        "t.csv:5:1: column a: number expected, 'z' found", () -> shifted.floats(List.of("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | t.csv: the file is empty",
        "`a,b\n1,2\n1` | t.csv:3: 2 cells expected, 1 found",
        "`a,b\n1,2,3` | t.csv:2: 2 cells expected, 3 found",
        "`a,b,a\n` | t.csv:1: second column a",
        "`a,b\n1,\"2\n3` | t.csv:2:3: the quote is never closed",
        "`a,b\n\"1\"2,3` | t.csv:2:4: separator or end of line expected after a quoted cell",
      })
  void malformedTextIsRefusedWithItsPlace(String text, String message) {
    assertEquals(message, assertThrows(DataFileException.class, () -> read(text)).getMessage());
  }

  @Test
  void filesAreUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, "größe\n1\n");
    assertEquals(List.of("größe"), Csv.read(file).header());
    Files.write(file, new byte[] {'a', '\n', (byte) 0xff, '\n'});
    assertEquals(
        "t.csv: a character, in line 1 or after, that is not in UTF-8",
        assertThrows(DataFileException.class, () -> Csv.read(file)).getMessage());
    assertEquals(
        folder + " is a folder, not a file",
        assertThrows(DataFileException.class, () -> Csv.read(folder)).getMessage());
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
