package dev.nutshell.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Column;
import dev.nutshell.data.measure.Allocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTest {

  @TempDir private Path folder;

  private Column read(byte[] content) {
    try {
      return Idx.read(Files.write(folder.resolve("t.idx"), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Column read(String hex) {
    return read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static byte[] zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void unsignedBytes() {
    Column images = read("0000 08 03 00000002 00000001 00000003  00 01 80 ff 05 06");
    assertEquals(2, images.rows());
    assertEquals(3, images.width());
    assertEquals(255, images.get(3));
    assertArrayEquals(new byte[] {0, 1, -128, -1, 5, 6}, images.bytes());
  }

  @Test
  void otherTypes() {
    assertArrayEquals(new int[] {-1, 2}, read("0000 09 01 00000002 ff 02").ints());
    assertArrayEquals(new int[] {-2, 258}, read("0000 0b 01 00000002 fffe 0102").ints());
    assertArrayEquals(new int[] {-2}, read("0000 0c 01 00000001 fffffffe").ints());
    assertArrayEquals(new float[] {1.5f}, read("0000 0d 01 00000001 3fc00000").floats());
    assertArrayEquals(new double[] {1.5}, read("0000 0e 01 00000001 3ff8000000000000").doubles());
  }

  @Test
  void compressedFiles() throws IOException {
    byte[] plain = HexFormat.of().parseHex("0000080100000003010203");
    assertArrayEquals(new byte[] {1, 2, 3}, read(zipped(plain)).bytes());
    byte[] large = ByteBuffer.allocate(8 + 5_000_000).putInt(0x801).putInt(5_000_000).array();
    assertEquals(5_000_000, read(zipped(large)).rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'', truncated",
    "0000 08, truncated",
    "0000 08 01 0000, truncated",
    "0000 08 01 00000003 01 02, truncated",
    "0000 08 01 00000002 01 02 03, more bytes than the header announces",
    "0001 08 01 00000001 01, no IDX file: it begins with no two zero bytes",
    "0000 0a 01 00000001 01, unknown element type 10",
    "0000 08 00 01, no axis",
    "0000 08 01 00000000, an axis of extent 0",
    "0000 08 01 ffffffff, an axis of extent 4294967295",
    "0000 08 03 7fffffff 7fffffff 7fffffff 01, the header announces more elements than can be there",
    "0000 0e 02 7fffffff 7fffffff 01, the header announces more elements than can be there",
    "1f8b 00, damaged gzip data: Unsupported compression method",
  })
  void malformedFilesAreRefused(String hex, String message) {
    Throwable e = assertThrows(UncheckedIOException.class, () -> read(hex)).getCause();
    assertEquals(DataFileException.class, e.getClass());
    assertEquals("t.idx: " + message, e.getMessage());
  }

  @Test
  void cutOffCompressedFilesAreRefused() throws IOException {
    byte[] zip = zipped(HexFormat.of().parseHex("0000080100000003010203"));
    byte[] half = Arrays.copyOf(zip, zip.length - 9);
    Throwable e = assertThrows(UncheckedIOException.class, () -> read(half)).getCause();
    assertEquals("t.idx: truncated", e.getMessage());
  }

  @Test
  void aLyingHeaderTakesNoMemory() throws IOException {
    byte[] lies = ByteBuffer.allocate(40).putInt(0x801).putInt(Integer.MAX_VALUE - 9).array();
    byte[] zippedLies = zipped(lies);
    for (byte[] file : new byte[][] {lies, zippedLies}) {
      assertThrows(UncheckedIOException.class, () -> read(file));
      long bytes =
          Allocation.bytes(() -> assertThrows(UncheckedIOException.class, () -> read(file)));
      assertTrue(bytes < 1 << 20, bytes + " bytes were allocated");
    }
  }
}
