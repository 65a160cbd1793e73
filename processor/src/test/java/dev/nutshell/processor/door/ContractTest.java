package dev.nutshell.processor.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods of an anchor against its network. */
class ContractTest {
  private static final String NETWORK =
      """
      model Net {
        entry encode {
          input tokens: int[t <= 64]
          input mask: bool[t]
          input image_rows: byte[4]
          output codes = [i] float(tokens[i]) * float(mask[i]) + float(image_rows[0])
        }
        entry score {
          input x: float[3]
          output sum = sum[i] x[i]
        }
      }
      """;

  @TempDir private Path folder;

  private Compilation compile(String methods) {
    return new Anchors(folder)
        .file("nets/net.dl", NETWORK)
        .type("Net", "@Network(\"net.dl\")\ninterface Net {\n" + methods + "\n}")
        .compile();
  }

  private void fails(String methods, String... messages) {
    assertEquals(List.of(messages), Anchors.messages(compile(methods)));
  }

  @Test
  void methodsThatFit() {
    Compilation compilation =
        compile(
            """
            void encode(int t, int[] tokens, boolean[] mask, byte[] imageRows, float[] codes);
            float score(float[] x);
            """);
    assertEquals(List.of(), Anchors.messages(compilation));
  }

  @Test
  void methodsMayBeLeftOut() {
    assertEquals(List.of(), Anchors.messages(compile("float score(float[] x);")));
  }

  @Test
  void unknownEntry() throws IOException {
    Compilation compilation = compile("float scores(float[] x);");
    assertEquals(
        List.of(
            """
        Net.scores: error NUT5201: the network has no entry point scores
            did you mean float score(float[] x)?"""),
        Anchors.messages(compilation));
    assertEquals("float scores(float[] x);", Anchors.line(compilation, "Net.scores"));
  }

  @Test
  void unknownEntryLikeNoOther() {
    fails(
        "void predict(float[] x);",
        """
        Net.predict: error NUT5201: the network has no entry point predict
            it has: void encode(int t, int[] tokens, boolean[] mask, byte[] image_rows, float[] codes); float score(float[] x)""");
  }

  @Test
  void wrongCount() {
    fails(
        "float score();",
        """
        Net.score: error NUT5202: score has 0 parameters, the entry point has 1
            declare it as float score(float[] x)""");
  }

  @Test
  void wrongTypeOfAnInput() {
    fails(
        "float score(double[] x);",
        """
        Net.score(x): error NUT5203: the parameter x is of type double[], but the input x of the network is float[]
            declare the method as float score(float[] x)""");
  }

  @Test
  void wrongNameOfAnInput() {
    fails(
        "float score(float[] values);",
        """
        Net.score(values): error NUT5204: the parameter is named values, but at its place the network has the input x
            declare the method as float score(float[] x)""");
  }

  @Test
  void wrongOrder() {
    fails(
        "void encode(int[] tokens, int t, boolean[] mask, byte[] imageRows, float[] codes);",
        """
        Net.encode(tokens): error NUT5204: the parameter is named tokens, but at its place the network has the extent t
            declare the method as void encode(int t, int[] tokens, boolean[] mask, byte[] image_rows, float[] codes)""",
        """
        Net.encode(t): error NUT5204: the parameter is named t, but at its place the network has the input tokens
            declare the method as void encode(int t, int[] tokens, boolean[] mask, byte[] image_rows, float[] codes)""");
  }

  @Test
  void wrongResult() {
    fails(
        "void score(float[] x);",
        """
        Net.score: error NUT5205: score returns void, the entry point float
            declare it as float score(float[] x)""");
  }

  @Test
  void typeParameters() {
    fails(
        "<T> float score(float[] x);",
        """
        Net.score: error NUT5206: score has type parameters, the entry point has none
            declare it as float score(float[] x)""");
  }

  @Test
  void inheritedMethods() throws IOException {
    Compilation compilation =
        new Anchors(folder)
            .file("nets/net.dl", NETWORK)
            .type("Base", "interface Base { int score(float[] anything); }")
            .type("Net", "@Network(\"net.dl\")\ninterface Net extends Base {}")
            .compile();
    assertEquals(
        List.of(
            """
        Net.score: error NUT5205: score returns int, the entry point float
            declare it as float score(float[] x)"""),
        Anchors.messages(compilation));
    assertEquals("@Network(\"net.dl\")", Anchors.line(compilation, "Net.score"));
  }

  @Test
  void everyMistakeIsReported() {
    fails(
        "void score(int[] values);\nint encoder();",
        """
        Net.score: error NUT5205: score returns void, the entry point float
            declare it as float score(float[] x)""",
        """
        Net.score(values): error NUT5204: the parameter is named values, but at its place the network has the input x
            declare the method as float score(float[] x)""",
        """
        Net.encoder: error NUT5201: the network has no entry point encoder
            did you mean void encode(int t, int[] tokens, boolean[] mask, byte[] image_rows, float[] codes)?""");
  }
}
