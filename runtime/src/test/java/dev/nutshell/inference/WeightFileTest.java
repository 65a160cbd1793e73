package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.training.WeightsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightFileTest {

  private static final String VARIABLES =
      """
      fingerprint 3f2a
      parameter W 2,3 glorot_uniform
      parameter b 3 zeros
      state n - zeros
      """;

  private static final ModelSpec FLOATS = ModelSpec.parse("model Tiny FLOAT\n" + VARIABLES);
  private static final ModelSpec DOUBLES = ModelSpec.parse("model Tiny DOUBLE\n" + VARIABLES);

  private static final String METADATA =
      "'__metadata__':{'format':'nutshell-1','model':'Tiny','fingerprint':'3f2a'}";
  private static final String W = "'W':{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}";
  private static final String B = "'b':{'dtype':'F32','shape':[3],'data_offsets':[24,36]}";
  private static final String N = "'n':{'dtype':'F32','shape':[],'data_offsets':[36,40]}";
  private static final int DATA_BYTES = 40;

  @TempDir private Path folder;

  private static float[] someFloats() {
    return new float[] {1, -0f, 3.5f, Float.MIN_VALUE, Float.NaN, Float.MAX_VALUE, 7, 8, 9, 10};
  }

  private static double[] someDoubles() {
    return new double[] {1, -0.0, 0.1, Double.MIN_VALUE, Double.NaN, 1e300, 7, 8, 9, 10};
  }

  /** A file of a header, with ' for ", and zeros. */
  private static byte[] file(int dataBytes, String... members) {
    String json = "{" + String.join(",", members).replace('\'', '"') + "}";
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + header.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static List<String> differences(byte[] file) {
    return assertThrows(
            WeightFileException.class, () -> Weights.load(new ByteArrayInputStream(file), FLOATS))
        .differences();
  }

  @Test
  void foldersAndMissingResourcesAreNamed() {
    assertEquals(
        folder + " is a folder, not a weight file",
        assertThrows(IOException.class, () -> Weights.load(folder, FLOATS)).getMessage());
    assertEquals(
        "stream: null, is the resource with the weights missing?",
        assertThrows(NullPointerException.class, () -> Weights.load((InputStream) null, FLOATS))
            .getMessage());
  }

  @Test
  void everyBitComesBack() throws IOException {
    Path file = folder.resolve("tiny.safetensors");
    Weights floats = Weights.of(FLOATS, someFloats());
    WeightsWriter.write(floats, file);
    assertArrayEquals(floats.floats(), Weights.load(file, FLOATS).floats());
    assertEquals(floats.digest(), Weights.load(file, FLOATS).digest());
    Weights doubles = Weights.of(DOUBLES, someDoubles());
    WeightsWriter.write(doubles, file);
    assertArrayEquals(doubles.doubles(), Weights.load(file, DOUBLES).doubles());
    assertEquals(doubles.digest(), Weights.load(file, DOUBLES).digest());
  }

  @Test
  void theFileIsPlainSafetensors() throws IOException {
    Path file = folder.resolve("tiny.safetensors");
    WeightsWriter.write(Weights.of(FLOATS, someFloats()), file);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) bytes.getLong()];
    bytes.get(header);
    assertEquals(0, header.length % 8);
    assertEquals(
        ("{" + METADATA + "," + W + "," + B + "," + N + "}").replace('\'', '"'),
        new String(header, StandardCharsets.UTF_8).stripTrailing());
    assertEquals(1, bytes.getFloat());
    assertEquals(DATA_BYTES - Float.BYTES, bytes.remaining());
  }

  @Test
  void theDigestIsOfTheNumbersAlone() {
    ModelSpec other = ModelSpec.parse("model Other FLOAT\n" + VARIABLES);
    Weights weights = Weights.of(FLOATS, new float[10]);
    assertEquals(weights.digest(), Weights.of(other, new float[10]).digest());
    // sha256sum of 40 zero bytes
    assertEquals(
        "2c34ce1df23b838c5abf2a7f6437cca3d3067ed509ff25f11df6b11b582b51eb", weights.digest());
    float[] changed = new float[10];
    changed[9] = Float.MIN_VALUE;
    assertNotEquals(weights.digest(), Weights.of(FLOATS, changed).digest());
  }

  @Test
  void numbersOfTheOtherPrecisionAreTakenWhereExact() throws IOException {
    Path file = folder.resolve("tiny.safetensors");
    WeightsWriter.write(Weights.of(FLOATS, someFloats()), file);
    double[] widened = Arrays.copyOf(Weights.load(file, DOUBLES).doubles(), DOUBLES.size());
    for (int i = 0; i < widened.length; i++) {
      assertEquals(someFloats()[i], widened[i]);
    }
    WeightsWriter.write(Weights.of(DOUBLES, widened), file);
    assertArrayEquals(someFloats(), numbers(Weights.load(file, FLOATS)));
    WeightsWriter.write(Weights.of(DOUBLES, someDoubles()), file);
    WeightFileException e =
        assertThrows(WeightFileException.class, () -> Weights.load(file, FLOATS));
    assertEquals(
        file + " is no weight file of model Tiny:\n  W: 0.1 at element 2 is no number of type F32",
        e.getMessage());
  }

  @Test
  void arraysAreCopied() {
    float[] values = new float[10];
    Weights weights = Weights.of(FLOATS, values);
    values[0] = 1;
    assertEquals(0, weights.floats()[0]);
  }

  @Test
  void arraysHaveToFit() {
    assertEquals(
        "weights: model Tiny has 10 numbers, the array 9",
        assertThrows(IllegalArgumentException.class, () -> Weights.of(FLOATS, new float[9]))
            .getMessage());
    assertEquals(
        "weights: model Tiny computes in FLOAT, not DOUBLE",
        assertThrows(IllegalArgumentException.class, () -> Weights.of(FLOATS, new double[10]))
            .getMessage());
  }

  @Test
  void aPinnedFileHasToBeThatFile() throws Exception {
    Path file = folder.resolve("tiny.safetensors");
    WeightsWriter.write(Weights.of(FLOATS, someFloats()), file);
    String pin = HexFormat.of().formatHex(Sha256.digest().digest(Files.readAllBytes(file)));
    assertArrayEquals(someFloats(), numbers(Weights.load(file, FLOATS, pin)));
    try (InputStream in = Files.newInputStream(file)) {
      assertArrayEquals(
          someFloats(), numbers(Weights.load(in, FLOATS, pin.toUpperCase(Locale.ROOT))));
    }
    String other = pin.replace(pin.charAt(0), pin.charAt(0) == '0' ? '1' : '0');
    WeightFileException e =
        assertThrows(WeightFileException.class, () -> Weights.load(file, FLOATS, other));
    assertEquals(List.of("SHA-256: " + other + " expected, " + pin + " found"), e.differences());
    assertThrows(IllegalArgumentException.class, () -> Weights.load(file, FLOATS, "abc"));
  }

  @Test
  void everyDifferenceIsListed() {
    byte[] file =
        file(
            100,
            "'__metadata__':{'format':'nutshell-1','model':'Other','fingerprint':'77'}",
            "'W':{'dtype':'F32','shape':[3,2],'data_offsets':[0,24]}",
            "'b':{'dtype':'I64','shape':[3],'data_offsets':[24,48]}",
            "'extra':{'dtype':'F32','shape':[13],'data_offsets':[48,100]}");
    assertEquals(
        List.of(
            "model: Tiny expected, Other found",
            "fingerprint: 3f2a expected, 77 found",
            "W: shape [2, 3] expected, [3, 2] found",
            "b: type F32 or F64 expected, I64 found",
            "n: missing",
            "extra: superfluous, of shape [13]"),
        differences(file));
  }

  @Test
  void aGoodFileOfAnotherNetworkIsCalledThat() throws IOException {
    Path file = folder.resolve("other.safetensors");
    ModelSpec other = ModelSpec.parse("model Other FLOAT\nfingerprint 77\nparameter W 2,3 zeros");
    WeightsWriter.write(Weights.of(other, new float[6]), file);
    assertEquals(
        file
            + " is of another network, Other 77, and not of Tiny 3f2a:\n"
            + "  model: Tiny expected, Other found\n"
            + "  fingerprint: 3f2a expected, 77 found\n"
            + "  b: missing\n"
            + "  n: missing",
        assertThrows(WeightFileException.class, () -> Weights.load(file, FLOATS)).getMessage());
  }

  @Test
  void aDamagedFileOfAnotherNetworkIsCalledNoWeightFile() {
    byte[] file =
        file(
            DATA_BYTES,
            "'__metadata__':{'format':'nutshell-1','model':'Other','fingerprint':'77'}",
            "'W':{'dtype':'F32','shape':[2,3],'data_offsets':[8,32]}");
    String message =
        assertThrows(
                WeightFileException.class,
                () -> Weights.load(new ByteArrayInputStream(file), FLOATS))
            .getMessage();
    assertTrue(message.startsWith("stream is no weight file of model Tiny:\n"), message);
  }

  @Test
  void aFileWithoutOurMetadataIsRefused() {
    assertEquals(
        List.of(
            "format: nutshell-1 expected, none found",
            "model: Tiny expected, none found",
            "fingerprint: 3f2a expected, none found"),
        differences(file(DATA_BYTES, W, B, N)));
  }

  @Test
  void aLaterFormIsRefused() {
    byte[] file = file(DATA_BYTES, METADATA.replace("nutshell-1", "nutshell-2"), W, B, N);
    assertEquals(List.of("format: nutshell-1 expected, nutshell-2 found"), differences(file));
  }

  @Test
  void metadataOfALaterVersionAreReadOver() throws IOException {
    byte[] file = file(DATA_BYTES, METADATA.replace("'}", "','license':'none'}"), W, B, N);
    assertEquals(
        Weights.of(FLOATS, new float[10]).digest(),
        Weights.load(new ByteArrayInputStream(file), FLOATS).digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'b':{'dtype':'F32','shape':[3],'data_offsets':[20,32]}"
            + "| b: data at 20 overlap those before, which end at 24"
            + "; n: data at 36 leave a gap after 32",
        "'b':{'dtype':'F32','shape':[3],'data_offsets':[24,40]}"
            + "| b: 12 bytes expected, 16 found"
            + "; n: data at 36 overlap those before, which end at 40",
        "'b':{'dtype':'F32','shape':[3],'data_offsets':[36,24]}"
            + "| b: 12 bytes expected, -12 found; b: data at 36 leave a gap after 24"
            + "; n: data at 36 leave a gap after 24",
        "'b':{'dtype':'F32','shape':[3,1],'data_offsets':[24,36]}"
            + "| b: shape [3] expected, [3, 1] found",
        "'b':{'dtype':'F32','shape':[9007199254740992,9007199254740992],'data_offsets':[24,36]}"
            + "| b: shape [3] expected, [9007199254740992, 9007199254740992] found",
      })
  void tensorsHaveToLieInOrder(String b, String expected) {
    assertEquals(expected, String.join("; ", differences(file(DATA_BYTES, METADATA, W, b, N))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'W':{},'W':{} | header: a tensor without dtype at character 82",
        "'a':{'dtype':'F32','shape':[],'data_offsets':[0]}"
            + "| header: a tensor without two data_offsets at character 125",
        "'a':{'dtype':'F32','shape':[[[[0]]]]}| header: natural number expected at character 104",
        "'a':{'dtype':'F32','shape':[-1]}| header: natural number expected at character 104",
        "'a':{'dtype':'F32','shape':[1.5]}| header: ']' expected at character 105",
        "'a':{'dtype':'F32','shape':[01]}| header: natural number expected at character 106",
        "'a':{'dtype':'F32','shape':[99999999999999999999]}"
            + "| header: number too large at character 120",
        "'a':{'dtype':{}}| header: '\"' expected at character 89",
        "'a':{'colour':'red'}| header: unknown key colour at character 90",
        "'a':7| header: '{' expected at character 80",
        "'a\\q':7| header: unknown escape \\q at character 80",
        "'a\\u00zz':7| header: hex digit expected at character 83",
        "'a\u0001':7| header: control character in a string at character 79",
        "'a':{'dtype':'F32','dtype':'F32'}| header: second key dtype at character 102",
        "'a| header: unexpected end at character 79",
      })
  void headersHaveToBeWellFormed(String member, String expected) {
    assertEquals(List.of(expected), differences(file(0, METADATA, member)));
  }

  @Test
  void tensorsNamedTwiceAreRefused() {
    assertEquals(
        List.of("header: second key W at character 190"),
        differences(file(DATA_BYTES, METADATA, W, B, W)));
  }

  @Test
  void textThatIsNoUtf8IsRefused() {
    byte[] file = file(0, METADATA);
    file[12] = (byte) 0xff;
    assertEquals(List.of("header: not UTF-8"), differences(file));
  }

  @Test
  void whatIsCutOffOrAddedIsNamed() {
    byte[] whole = file(DATA_BYTES, METADATA, W, B, N);
    int header = whole.length - DATA_BYTES;
    assertEquals(List.of("truncated: 0 bytes"), differences(cut(whole, 0)));
    assertEquals(List.of("truncated: 7 bytes"), differences(cut(whole, 7)));
    assertEquals(
        List.of("truncated: header of " + (header - 8) + " bytes, 12 found"),
        differences(cut(whole, 20)));
    assertEquals(List.of("truncated: the file ends within W"), differences(cut(whole, header + 3)));
    assertEquals(
        List.of("truncated: the file ends within n"), differences(cut(whole, whole.length - 1)));
    assertEquals(List.of("bytes after the last tensor"), differences(cut(whole, whole.length + 1)));
  }

  private static byte[] cut(byte[] file, int length) {
    return Arrays.copyOf(file, length);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 18446744073709551615",
    "9223372036854775807, 9223372036854775807",
    "1051649, 1051649",
  })
  void aHugeHeaderIsRefusedBeforeMemoryIsTaken(long length, String shown) {
    byte[] file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    differences(file);
    long bytes =
        Allocation.bytes(
            () ->
                assertEquals(
                    List.of(
                        "header of "
                            + shown
                            + " bytes, at most 1051648 expected: no safetensors file, or of a far"
                            + " larger network"),
                    differences(file)));
    assertTrue(bytes < 1 << 20, bytes + " bytes were allocated");
  }

  @Test
  void anAnnouncedHeaderTakesOnlyTheMemoryThatIsThere() {
    byte[] file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(1 << 20).array();
    differences(file);
    long bytes = Allocation.bytes(() -> differences(file));
    assertTrue(bytes < 1 << 19, bytes + " bytes were allocated");
  }

  /** Whatever is done to a file, it is refused as a weight file, or read. */
  @Test
  void damagedFilesNeverFailOtherwise() throws IOException {
    byte[] whole = file(DATA_BYTES, METADATA, W, B, N);
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged =
          cut(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
      for (int changes = random.nextInt(3); changes >= 0 && damaged.length > 0; changes--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        Weights.load(new ByteArrayInputStream(damaged), FLOATS);
      } catch (WeightFileException e) {
        refused++;
      }
    }
    assertTrue(refused > 2_500, refused + " were refused");
  }

  @Test
  void theMessageShowsTheFirstTwenty() {
    StringBuilder text = new StringBuilder("model Many FLOAT\nfingerprint 1\n");
    for (int i = 0; i < 30; i++) {
      text.append("parameter p").append(i).append(" 1 zeros\n");
    }
    ModelSpec many = ModelSpec.parse(text.toString());
    WeightFileException e =
        assertThrows(
            WeightFileException.class,
            () -> Weights.load(new ByteArrayInputStream(file(0, METADATA)), many));
    assertEquals(32, e.differences().size());
    assertTrue(
        e.getMessage()
            .startsWith(
                "stream is of another network, Tiny 3f2a, and not of Many 1:\n  model: Many"),
        e.getMessage());
    assertTrue(e.getMessage().endsWith("\n  p17: missing\n  and 12 more"), e.getMessage());
  }

  @Test
  void infoNamesTheWeights() {
    Weights weights = Weights.of(FLOATS, new float[10]);
    ModelInfo info = ModelInfo.of(weights);
    assertEquals("Tiny", info.name());
    assertEquals("3f2a", info.fingerprint());
    assertEquals(weights.digest(), info.weightDigest());
  }

  /** Without what the array has behind them. */
  private static float[] numbers(Weights weights) {
    return Arrays.copyOf(weights.floats(), weights.spec().size());
  }
}
