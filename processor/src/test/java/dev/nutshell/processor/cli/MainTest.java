package dev.nutshell.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users see it: exit status, standard output and standard error. */
class MainTest {
  private static final String LINE =
      """
      model Line {
        input x: float[3]
        target t: float[2]
        y = x |> fc: dense(2, kernel_init: ones)
        output y
        loss mean_squared_error(y, t)
      }
      """;
  private static final String WIDE =
      """
      model Wide {
        input x: float[64]
        output y = x |> dense(64) |> relu
      }
      """;
  private static final String WRONG =
      """
      model Wrong {
        input x: float[3]
        output y = x |> dence(2)
      }
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(
        new PrintWriter(out),
        new PrintWriter(err),
        Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String out() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private String err() {
    return err.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void checkOfRightFilesSaysNothing() throws IOException {
    assertEquals(0, run("check", file("line.dl", LINE)));
    assertEquals("", out() + err());
  }

  @Test
  void checkReportsEveryFile() throws IOException {
    Path missing = folder.resolve("missing.dl");
    assertEquals(
        1, run("check", file("a.dl", WRONG), missing, file("b.dl", WRONG.replace("3", "4"))));
    assertEquals("", out());
    assertEquals(
        """
        a.dl:3:19: error NUT2010: unknown name dence; did you mean dense?
            output y = x |> dence(2)
                            ^^^^^
        %s: no such file
        b.dl:3:19: error NUT2010: unknown name dence; did you mean dense?
            output y = x |> dence(2)
                            ^^^^^
        """
            .formatted(missing),
        err());
  }

  @Test
  void checkFollowsImportsBelowTheFolder() throws IOException {
    file("blocks/gated.dl", "layer gated(x: float[..., n]) {\n  return x * sigmoid(y)\n}\n");
    Path main =
        file(
            "main.dl",
            """
            import "blocks/gated.dl"
            model M {
              input x: float[3]
              output y = x |> gated
            }
            """);
    assertEquals(1, run("check", main));
    assertTrue(err().startsWith("blocks/gated.dl:2:22: error NUT2010: unknown name y"), err());
  }

  @Test
  void compileExplainsItsKernels() throws IOException {
    Path net =
        file(
            "wide.dl",
            """
            model Wide {
              input x: float[40]
              output y = x |> fc: dense(32) |> relu
            }
            """);
    assertEquals(0, run("compile", net, "-d", folder.resolve("out"), "--explain"));
    assertTrue(out().contains("Wide.predict\n"), out());
    assertTrue(out().contains("in vectors along i: blocks of 8 rows of batch by 2 vectors"), out());
  }

  @Test
  void warningsAreNoFailure() throws IOException {
    String text = LINE.replace("output y\n", "unused = 2 * x\n  output y\n");
    assertEquals(0, run("check", file("line.dl", text)));
    assertTrue(err().startsWith("line.dl:5:3: warning NUT2040: unused is never used"), err());
  }

  @Test
  void bytesThatAreNoUtf8GetAPosition() throws IOException {
    Path file = folder.resolve("a.dl");
    Files.write(file, new byte[] {'m', 'o', 'd', 'e', 'l', ' ', (byte) 0xff, '{', '}'});
    assertEquals(1, run("check", file));
    assertTrue(err().startsWith("a.dl:1:7: error NUT1002"), err());
  }

  @Test
  void aFolderIsNoFile() {
    assertEquals(1, run("check", folder));
    assertTrue(err().startsWith(folder + ": cannot be read"), err());
  }

  @Test
  void summaryShowsLayersAndTotals() throws IOException {
    assertEquals(0, run("summary", file("line.dl", LINE)));
    assertEquals(
        """
        model Line (float)

        entry predict
          input  x: float[3]
          target t: float[2]
          output y: float[2]
          path   layer  output  parameters  FLOPs
          ---------------------------------------
          fc     dense  [2]              8     14
          ---------------------------------------
          total                          8     14

        parameters: 8 (32 bytes)
        predict: 0 bytes of buffers, and 0 for each sample
        predict, training: 0 bytes of buffers, and 16 for each sample
        """,
        out());
  }

  @Test
  void summaryTellsApartWhatIsTrainedSavedAndCarried() throws IOException {
    String network =
        """
        model Counted {
          input x: float[3]
          carry calls: float init zeros
          update calls = calls + 1
          output y = x |> fc: dense(2) |> norm: batch_norm |> plus: running_sum
        }

        layer running_sum(x: float[n]) {
          carry total: float[n] init zeros
          y = x + total
          update total = y
          return y
        }
        """;
    assertEquals(0, run("summary", file("counted.dl", network)));
    String summary = out();
    assertEquals(List.of("8", "8", "0", "0", "16"), parameters(summary));
    assertTrue(
        summary.contains(
            """
            parameters: 16 (64 bytes)
              trainable: 12 (48 bytes)
              not trainable: 4 (16 bytes)
            state between calls, for each sample: 3 (12 bytes)
            """),
        summary);
  }

  /** The numbers of parameters in the rows of the table of layers. */
  private static List<String> parameters(String summary) {
    return summary
        .lines()
        .dropWhile(line -> !line.contains("FLOPs"))
        .skip(2)
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.strip().split(" {2,}"))
        .filter(cells -> cells.length > 1)
        .map(cells -> cells[cells.length - 2])
        .toList();
  }

  @Test
  void compileWritesTheClasses() throws IOException {
    Path target = folder.resolve("generated");
    assertEquals(0, run("compile", file("line.dl", LINE), "-d", target, "--package", "a.b"));
    assertEquals("", err());
    assertTrue(
        Files.readString(target.resolve("a/b/LineNet.java"))
            .contains("public final class LineNet "));
    assertTrue(
        Files.readString(target.resolve("a/b/LineTraining.java"))
            .contains("public final class LineTraining "));
  }

  @Test
  void compileSaysWhatToDoWithClassFiles() throws IOException {
    Path target = folder.resolve("generated");
    assertEquals(0, run("compile", file("wide.dl", WIDE), "-d", target, "--package", "a"));
    Path vectors = target.resolve("a/WideNetVectors.class");
    assertEquals(vectors + ": goes on the class path as it is\n", out());
    assertTrue(Files.size(vectors) > 0);
    assertTrue(Files.readString(target.resolve("a/WideNet.java")).contains("WideNetVectors."));
  }

  @Test
  void compileWritesSourcesAloneIfAskedTo() throws IOException {
    Path target = folder.resolve("generated");
    assertEquals(0, run("compile", file("wide.dl", WIDE), "-d", target, "--vectors", "sources"));
    assertEquals("", out());
    assertTrue(Files.exists(target.resolve("WideNetVectors.java")));
    assertTrue(Files.notExists(target.resolve("WideNetVectors.class")));
  }

  @Test
  void compileWritesPlainLoopsAloneIfAskedTo() throws IOException {
    Path target = folder.resolve("generated");
    assertEquals(0, run("compile", file("wide.dl", WIDE), "-d", target, "--vectors", "none"));
    try (Stream<Path> files = Files.list(target)) {
      assertEquals(List.of(target.resolve("WideNet.java")), files.toList());
    }
    assertTrue(!Files.readString(target.resolve("WideNet.java")).contains("Vectors"));
  }

  @Test
  void compileOfAWrongFileWritesNothing() throws IOException {
    Path target = folder.resolve("generated");
    assertEquals(1, run("compile", file("a.dl", WRONG), "-d", target));
    assertTrue(err().startsWith("a.dl:3:19: error NUT2010"), err());
    assertTrue(Files.notExists(target));
  }

  @Test
  void compileCreatesTheFolderForTheUnnamedPackageToo() throws IOException {
    Path target = folder.resolve("new/generated");
    assertEquals(0, run("compile", file("line.dl", LINE), "-d", target));
    assertEquals("", err());
    assertTrue(Files.exists(target.resolve("LineNet.java")));
  }

  @Test
  void compileIntoAFileIsRefused() throws IOException {
    Path file = file("line.dl", LINE);
    assertEquals(1, run("compile", file, "-d", file));
    assertEquals(file + ": not a folder\n", err());
    assertEquals(LINE, Files.readString(file));
  }

  @Test
  void aFileWithoutAModelSaysSo() throws IOException {
    Path layers = file("twice.dl", "layer twice(x: float[..., n]) {\n  return 2 * x\n}\n");
    assertEquals(1, run("compile", layers, "-d", folder));
    assertEquals(layers + ": no model\n", err());
    assertEquals(0, run("check", layers));
    assertEquals(layers + ": no model\n", err());
  }

  @Test
  void formatWritesInPlaceAndOnlyOnce() throws IOException {
    Path file = file("line.dl", LINE.replace("  input x:", " input   x :"));
    assertEquals(1, run("format", "--check", file));
    assertEquals(file + ": not formatted\n", err());
    assertEquals(0, run("format", file));
    assertEquals(LINE, Files.readString(file));
    assertEquals(0, run("format", "--check", file));
    assertEquals("", out() + err());
  }

  @Test
  void formatLeavesWrongTextAlone() throws IOException {
    String wrong = "model M {\n  input x float\n}\n";
    Path file = file("wrong.dl", wrong);
    assertEquals(1, run("format", file));
    assertEquals(wrong, Files.readString(file));
    assertTrue(err().startsWith("wrong.dl:2:11: error NUT1001: expected `:`"), err());
  }

  @Test
  void runNeedsTheWeightsOfStatesThatAreAdaptedToData() throws IOException {
    String text = "model M {\n  input x: float[2]\n  output y = x |> scale: standardize\n}\n";
    Path inputs = file("inputs.json", "[{\"x\": [1, 2]}]");
    assertEquals(1, run("run", file("m.dl", text), "--inputs", inputs));
    assertEquals("the state scale.mean has no value before a training: give --weights\n", err());
  }

  @Test
  void runPrintsOutputsOfEverySample() throws IOException {
    Path inputs = file("inputs.json", "[{\"x\": [1, 2, 3]}, {\"x\": [0.5, -1, 1e1]}]");
    assertEquals(0, run("run", file("line.dl", LINE), "--inputs", inputs));
    assertEquals(
        """
        {
          "outputs": {
            "y": [[6.0, 6.0], [9.5, 9.5]]
          }
        }
        """,
        out());
  }

  @Test
  void runDrawsTheSameFromTheSameSeed() throws IOException {
    Path file = file("line.dl", LINE.replace(", kernel_init: ones", ""));
    assertEquals(0, run("run", file, "--seed", 7, "--dump"));
    String first = out();
    assertTrue(first.contains("\"values\": {\n"), first);
    run("run", file, "--seed", 7, "--dump");
    assertEquals(first, out());
    run("run", file, "--seed", 8, "--dump");
    assertTrue(!first.equals(out()), out());
  }

  @Test
  void runTakesExtentsFromTheInputs() throws IOException {
    Path file =
        file(
            "scale.dl",
            """
            model Scale {
              input tokens: int[t <= 4]
              input keep: bool[t]
              output y = [i] select(keep[i], 2.0 * float(tokens[i]), 0)
            }
            """);
    Path inputs = file("inputs.json", "{\"tokens\": [3, 4], \"keep\": [true, false]}");
    assertEquals(0, run("run", file, "--inputs", inputs));
    assertTrue(out().contains("\"y\": [[6.0, 0.0]]"), out());
  }

  @Test
  void runRefusesInputsThatDoNotFit() throws IOException {
    Path file = file("line.dl", LINE);
    for (List<String> each :
        List.of(
            List.of("{}", "inputs: x is missing"),
            List.of("[]", "inputs: no samples"),
            List.of("3", "inputs: a sample must be an object with the members x"),
            List.of("{\"x\": 1}", "inputs: x must be nested arrays [3]"),
            List.of("{\"x\": [1, 2]}", "inputs: x has an array of 2 where 3 are expected"),
            List.of("{\"x\": [1, 2, true]}", "inputs: x holds true, which is no float"),
            List.of("{\"z\": []}", "inputs: there is no input z, only x"),
            List.of("{\"x\": [1, 2,]}", "JSON, line 1, column 13: a value expected"),
            List.of("{\"x\": [1, 2", "JSON, line 1, column 12: the text ends too early"),
            List.of("{\"x\": 1, \"x\": 2}", "JSON, line 1, column 14: \"x\" occurs twice"),
            List.of("[".repeat(200), "JSON, line 1, column 102: nested too deeply"))) {
      assertEquals(1, run("run", file, "--inputs", file("inputs.json", each.get(0))));
      assertEquals(each.get(1) + "\n", err());
    }
  }

  @Test
  void runRefusesWeightsOfNoNetwork() throws IOException {
    Path weights = file("weights.safetensors", "none");
    assertEquals(1, run("run", file("line.dl", LINE), "--weights", weights));
    assertTrue(err().startsWith(weights + ": "), err());
  }

  @Test
  void runOfAnUnknownEntry() throws IOException {
    Path file = file("line.dl", LINE);
    assertEquals(1, run("run", file, "--entry", "encode"));
    assertEquals(file + ": no entry point encode, only predict\n", err());
  }

  @Test
  void commandLinesWithoutSenseHaveAStatusOfTheirOwn() throws IOException {
    assertEquals(2, run("chek", "a.dl"));
    assertEquals(2, run("check"));
    assertEquals(2, run("compile", file("line.dl", LINE)));
    assertEquals(2, run("compile", file("line.dl", LINE), "-d", folder, "--package", "a-b"));
    assertTrue(err().startsWith("--package: a-b is no name of a package"), err());
    assertEquals(2, run());
  }

  @Test
  void helpAndVersion() {
    assertEquals(0, run("--help"));
    assertTrue(out().startsWith("Usage: nutshell [-hV] COMMAND"), out());
    assertEquals(0, run("--version"));
    assertTrue(out().matches("nutshell \\d+\\.\\d+\\..*\\s*"), out());
  }
}
