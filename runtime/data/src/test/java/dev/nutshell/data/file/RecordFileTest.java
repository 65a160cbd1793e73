package dev.nutshell.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import dev.nutshell.data.measure.Allocation;
import dev.nutshell.data.measure.Rows;
import dev.nutshell.inference.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {

  @TempDir Path folder;

  private static Dataset everyKind() {
    return Dataset.of("bytes", Column.of(3, new byte[] {1, 2, -1, 4, 5, 6}))
        .with("flag", Column.of(1, new boolean[] {true, false}))
        .with("reals", Column.of(2, new float[] {1.5f, Float.NaN, -0f, 1e-40f}))
        .with("ints", Column.of(1, new int[] {Integer.MIN_VALUE, 7}));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Path file = folder.resolve("kinds.rec");
    RecordFile.write(file, everyKind());
    Dataset data = RecordFile.open(file);
    assertEquals(2, data.size());
    assertEquals(everyKind().fields(), data.fields());
    assertArrayEquals(everyKind().column("bytes").bytes(), data.column("bytes").bytes());
    assertArrayEquals(everyKind().column("flag").booleans(), data.column("flag").booleans());
    assertArrayEquals(everyKind().column("reals").floats(), data.column("reals").floats());
    assertArrayEquals(everyKind().column("ints").ints(), data.column("ints").ints());
    assertEquals(
        List.of(new Field("ints", Element.INT, 1)), data.select(1, 0).fields().subList(3, 4));
    assertArrayEquals(new int[] {7, Integer.MIN_VALUE}, data.select(1, 0).column("ints").ints());
  }

  @Test
  void anUnfinishedFileLeavesTheOneBefore() throws IOException {
    Path file = folder.resolve("numbers.rec");
    RecordFile.write(file, everyKind());
    byte[] before = Files.readAllBytes(file);
    try (RecordWriter writer = RecordFile.writer(file, everyKind().fields())) {
      writer.add();
    }
    assertArrayEquals(before, Files.readAllBytes(file));
    Field x = new Field("x", Element.INT, 1);
    for (List<Field> fields : List.of(List.<Field>of(), List.of(x, x))) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> RecordFile.writer(file, fields));
      String names = fields.isEmpty() ? "[]" : "[x, x]";
      assertEquals(
          "fields: one or more of different names expected, " + names + " found", e.getMessage());
    }
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void manySamplesAreReadWithoutAllocating() throws IOException {
    Path file = folder.resolve("many.rec");
    Field field = new Field("x", Element.REAL, 50);
    try (RecordWriter writer = RecordFile.writer(file, List.of(field))) {
      for (int sample = 0; sample < 2000; sample++) {
        Arrays.fill(writer.row("x").floats(), sample);
        writer.add();
      }
      writer.finish();
    }
    Dataset data = RecordFile.open(file);
    Column batch = Column.of(50, new float[50 * 100]);
    int[] order = Rows.inOrder(2000);
    try (BatchReader reader = data.reader(Map.of("x", batch))) {
      long bytes =
          Allocation.settledBytes(
              () -> {
                reader.begin(Epoch.EVALUATION, order, 0);
                for (int done = 0; done < 2000; done += 100) {
                  reader.read(0, 100);
                }
              });
      assertEquals(0, bytes);
    }
    assertEquals(1999, batch.get(50 * 99));
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path file = folder.resolve("t.rec");
    RecordFile.write(file, everyKind());
    byte[] whole = Files.readAllBytes(file);
    assertRefused("t.rec: truncated", file, Arrays.copyOf(whole, 20));
    assertRefused(
        "t.rec: " + whole.length + " bytes announced, " + (whole.length - 1) + " found",
        file,
        Arrays.copyOf(whole, whole.length - 1));
    byte[] damaged = whole.clone();
    damaged[8] = -1;
    assertRefused("t.rec: damaged header", file, damaged);
    assertRefused("t.rec: no record file", file, new byte[100]);
    assertFalse(Files.exists(folder.resolve("t.rec.unfinished")));
  }

  private static void assertRefused(String message, Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Exception e = assertThrows(DataFileException.class, () -> RecordFile.open(file));
    assertEquals(message, e.getMessage());
  }

  @Test
  void idxFilesCanBeMapped() throws IOException {
    Path file = folder.resolve("t.idx");
    Files.write(file, HexFormat.of().parseHex("00000802000000020000000300010203ff05"));
    Dataset bytes = Idx.map(file, "image");
    assertEquals(List.of(new Field("image", Element.BYTE, 3)), bytes.fields());
    assertArrayEquals(new byte[] {0, 1, 2, 3, -1, 5}, bytes.column("image").bytes());
    Files.write(file, HexFormat.of().parseHex("00000b0100000002fffe0102"));
    assertArrayEquals(new int[] {-2, 258}, Idx.map(file, "x").column("x").ints());
    Files.write(file, HexFormat.of().parseHex("00000b0100000002fffe01"));
    Exception e = assertThrows(DataFileException.class, () -> Idx.map(file, "x"));
    assertEquals("t.idx: 12 bytes announced, 11 found", e.getMessage());
  }
}
