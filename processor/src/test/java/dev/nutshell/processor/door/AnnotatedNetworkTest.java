package dev.nutshell.processor.door;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.nutshell.annotation.Network;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of annotated methods: what they mean, and what is said of wrong ones. */
class AnnotatedNetworkTest {
  @TempDir private Path folder;

  private Compilation compile(String methods) {
    return compile("@Network", methods);
  }

  private Compilation compile(String network, String methods) {
    return new Anchors(folder)
        .type(
            "Digits",
            "import static dev.nutshell.annotation.layer.Padding.SAME;\n"
                + network
                + "\ninterface Digits {\n"
                + methods
                + "\n}")
        .compile();
  }

  private void fails(String methods, String... messages) {
    assertEquals(List.of(messages), Anchors.messages(compile(methods)));
  }

  /**
   * Both doors lead to the same code; only the text is an interface of the class, and its file is
   * traced.
   */
  private void sameAs(String text, String network, String methods) throws IOException {
    Compilation annotated = compile(network, methods);
    assertThat(annotated).succeededWithoutWarnings();
    Compilation written =
        new Anchors(folder)
            .file("nets/digits.dl", text)
            .type("Digits", "@Network(\"digits.dl\") interface Digits {}")
            .compile();
    assertThat(written).succeededWithoutWarnings();
    List<JavaFileObject> expected = written.generatedSourceFiles();
    List<JavaFileObject> found = annotated.generatedSourceFiles();
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(code(expected.get(i)), code(found.get(i)));
    }
  }

  private static String code(JavaFileObject file) throws IOException {
    return file.getCharContent(false)
        .toString()
        .replaceFirst(" implements .*\\{\n", " {\n")
        .replaceFirst("\n *source digits.dl=.*", "")
        .replaceFirst("\n *source nets/digits.dl=.*", "");
  }

  @Test
  void convolutionalNetwork() throws IOException {
    sameAs(
        """
        /// Digits.
        model Digits {
          input image: float[8, 8, 1]
          target digit: int
          c1 = image |> conv(6, kernel: (5, 3), padding: same) |> relu |> max_pool(2)
          logits = c1 |> flatten |> scores: dense(10, kernel_init: random_normal(0, 0.02))
          probabilities = logits |> softmax
          output probabilities
          loss loss = cross_entropy(logits, digit)
          metric accuracy = accuracy(logits, digit)
        }
        """,
        "/** Digits. */ @Network",
        """
        @Input({8, 8, 1}) Tensor image();
        @Target(classes = 10) Tensor digit();
        @Conv(filters = 6, kernel = {5, 3}, padding = SAME) @Relu @MaxPool(2)
        Tensor c1(Tensor image);
        @Flatten @Dense(value = 10, kernelInit = "random_normal(0, 0.02)", label = "scores")
        Tensor logits(Tensor c1);
        @Output @Softmax Tensor probabilities(Tensor logits);
        @Loss @CrossEntropy Tensor loss(Tensor logits, Tensor digit);
        @Metric @Accuracy Tensor accuracy(Tensor logits, Tensor digit);
        """);
  }

  @Test
  void severalInputsWeightsPrecisionAndOrder() throws IOException {
    sameAs(
        """
        model Digits: double {
          input tokens: int[t <= 8]
          input present: bool[t]
          target next: float[5]
          target importance: float
          vectors = tokens |> embedding(vocabulary: 7, width: 4)
          state = vectors |> lstm(5, mask: present)
          output state
          loss error = mean_squared_error(state, next) weight importance
        }
        """,
        "@Network(precision = Precision.DOUBLE)",
        """
        @Input(type = "int[t <= 8]") Tensor tokens();
        @Input(type = "bool[t]") Tensor present();
        @Target(5) Tensor next();
        @Target Tensor importance();
        @Loss(weight = "importance") @MeanSquaredError Tensor error(Tensor state, Tensor next);
        @Output @Lstm(5) Tensor state(Tensor vectors, @Argument("mask") Tensor present);
        @Embedding(vocabulary = 7, width = 4) Tensor vectors(Tensor tokens);
        """);
  }

  @Test
  void preparedFunctionsAreTextsAndBuiltinFunctionsAreCalled() throws IOException {
    sameAs(
        """
        model Digits {
          input x: float[6]
          target next: float[2]
          h = x |> dense(5, kernel_regularizer: l1_l2(0.1, l2: 0.2)) |> tanh
          y = h |> dense(2, kernel_constraint: max_norm(3))
          output y
          loss error = mean_squared_error(y, next)
        }
        """,
        "@Network",
        """
        @Input(6) Tensor x();
        @Target(2) Tensor next();
        @Dense(value = 5, kernelRegularizer = "l1_l2(0.1, l2: 0.2)") @Call("tanh")
        Tensor h(Tensor x);
        @Output @Dense(value = 2, kernelConstraint = "max_norm(3)") Tensor y(Tensor h);
        @Loss @MeanSquaredError Tensor error(Tensor y, Tensor next);
        """);
  }

  @Test
  void aLayerOfTuplesTakesAllParameters() throws IOException {
    sameAs(
        """
        model Digits {
          input a: float[4]
          input b: float[4]
          target t: float[12]
          ab = (a, b) |> add |> relu
          y = (a, ab, b) |> concatenate
          output y
          loss error = mean_squared_error(y, t)
        }
        """,
        "@Network",
        """
        @Input(4) Tensor a();
        @Input(4) Tensor b();
        @Target(12) Tensor t();
        @Add @Relu Tensor ab(Tensor a, Tensor b);
        @Output @Concatenate Tensor y(Tensor a, Tensor ab, Tensor b);
        @Loss @MeanSquaredError Tensor error(Tensor y, Tensor t);
        """);
  }

  @Test
  void lossesWithWeightsOfTheirOwn() throws IOException {
    sameAs(
        """
        model Digits {
          input x: float[6]
          target k: int
          target weights: float[3]
          logits = x |> dense(3)
          output logits
          loss masked = masked_cross_entropy(logits, k, ignore_index: 2)
          loss weighted = weighted_cross_entropy(logits, k, weights)
        }
        """,
        "@Network",
        """
        @Input(6) Tensor x();
        @Target(classes = 3) Tensor k();
        @Target(3) Tensor weights();
        @Output @Dense(3) Tensor logits(Tensor x);
        @Loss @MaskedCrossEntropy(ignoreIndex = 2) Tensor masked(Tensor logits, Tensor k);
        @Loss @WeightedCrossEntropy Tensor weighted(Tensor logits, Tensor k, Tensor weights);
        """);
  }

  @Test
  void layersOfTheUsersOwn() {
    Compilation compilation =
        new Anchors(folder)
            .file(
                "nets/gated.dl",
                """
                layer gated(x: float[..., n], units: int, steep: float = 1) {
                  return (x |> value: dense(units)) * sigmoid(steep * (x |> gate: dense(units)))
                }
                """)
            .type(
                "Gated",
                """
                @Layer(name = "gated", inputs = "x", value = "units")
                @interface Gated {
                  int value();
                  double steep() default 1;
                }
                """)
            .type(
                "Own",
                """
                @Network(imports = "gated.dl")
                interface Own {
                  @Input(3) Tensor x();
                  @Gated(value = 4, steep = -0.5) Tensor a(Tensor x);
                  @Output @Call(value = "gated", args = "units: 2", label = "last") Tensor y(Tensor a);
                }
                """)
            .compile();
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("nets.OwnNet")
        .contentsAsUtf8String()
        .contains("parameter last.gate.W 4,2 glorot_uniform");
  }

  @Test
  void shapesThatDoNotFitStandAtTheLayer() throws IOException {
    Compilation compilation =
        compile(
            """
            @Input({8, 8, 1}) Tensor image();
            @Flatten
            @MaxPool(2)
            @Output Tensor y(Tensor image);
            """);
    assertEquals(
        List.of(
            """
        Digits.y @MaxPool: error NUT3040: x of max_pool must be float[..., h, w, c], found float[64] of flatten (Digits.y @Flatten)"""),
        Anchors.messages(compilation));
    assertEquals("@MaxPool(2)", Anchors.line(compilation, "Digits.y @MaxPool"));
  }

  @Test
  void wrongArgument() throws IOException {
    Compilation compilation =
        compile(
            """
            @Input(3) Tensor x();
            @Dense(
                value = 4,
                kernelInit = "glorot")
            @Output Tensor y(Tensor x);
            """);
    assertEquals(
        List.of(
            """
        Digits.y @Dense.kernelInit text:1:1: error NUT2010: unknown name glorot
            glorot
            ^^^^^^"""),
        Anchors.messages(compilation));
    assertEquals("kernelInit = \"glorot\")", Anchors.line(compilation, "Digits.y @Dense"));
  }

  @Test
  void textThatIsNoExpression() {
    fails(
        """
        @Input(3) Tensor x();
        @Output @Dense(value = 4, kernelInit = "constant(0.5") Tensor y(Tensor x);
        """,
        """
        Digits.y @Dense.kernelInit text:1:13: error NUT1001: expected `,` or `)`, found the end of the text
            constant(0.5
                        ^""");
  }

  @Test
  void argumentsThatAreNone() {
    fails(
        """
        @Input(3) Tensor x();
        @Output @Call(value = "dense", args = "units: 3) |> relu(") Tensor y(Tensor x);
        """,
        """
        Digits.y @Call.args text:1:9: error NUT1001: expected the end of the text or `,`, found `)`
            units: 3) |> relu(
                    ^""");
  }

  @Test
  void unknownLayerOfACall() {
    fails(
        """
        @Input(3) Tensor x();
        @Output @Call(value = "dence", args = "3") Tensor y(Tensor x);
        """,
        """
        Digits.y @Call: error NUT2010: unknown name dence; did you mean dense?""");
  }

  @Test
  void typeThatIsNone() {
    fails(
        """
        @Input(type = "int[t <= ]") Tensor x();
        @Output @Embedding(vocabulary = 3, width = 4) Tensor y(Tensor x);
        """,
        """
        Digits.x type:1:29: error NUT1001: expected an expression, found `]`
            model M { input x: int[t <= ]
                                        ^""");
  }

  @Test
  void typeThatSmugglesMore() {
    fails(
        """
        @Input(type = "float[3] input z: float[3]") Tensor x();
        @Output @Relu Tensor y(Tensor x);
        """,
        """
        Digits.x type: error NUT5315: "float[3] input z: float[3]" is more than a type
            write "float[28, 28, 1]" or the like""");
  }

  @Test
  void typeAndShape() {
    fails(
        """
        @Input(value = 3, type = "float[3]") Tensor x();
        @Output @Relu Tensor y(Tensor x);
        """,
        """
        Digits.x: error NUT5314: x has both a type and value
            the type "float[3]" says everything; remove value""");
  }

  @Test
  void emptyArrayAndInfinity() {
    fails(
        """
        @Input({8, 8, 1}) Tensor x();
        @Conv(filters = 3, kernel = {}) Tensor c(Tensor x);
        @Output @Dropout(Double.POSITIVE_INFINITY) Tensor y(Tensor c);
        """,
        """
        Digits.c @Conv.kernel: error NUT5312: kernel is empty
            write at least one number, or leave it out""",
        """
        Digits.y @Dropout.value: error NUT5313: value is Infinity, which is no finite number""");
  }

  @Test
  void methodsThatAreNoTensors() {
    fails(
        """
        @Input(3) float[] x();
        @Output @Relu Tensor y(float[] x);
        """,
        """
        Digits.x: error NUT5301: x has the type float[]; a value of a network is a Tensor
            write Tensor""",
        """
        Digits.y(x): error NUT5301: x has the type float[]; a value of a network is a Tensor
            write Tensor""");
  }

  @Test
  void unknownParameter() throws IOException {
    Compilation compilation =
        compile(
            """
            @Input(3) Tensor image();
            @Output @Dense(4) Tensor y(
                Tensor imag);
            """);
    assertEquals(
        List.of(
            """
        Digits.y(imag): error NUT5304: y reads imag, but no method is named so
            did you mean image?"""),
        Anchors.messages(compilation));
    assertEquals("Tensor imag);", Anchors.line(compilation, "Digits.y"));
  }

  @Test
  void unknownWeight() {
    fails(
        """
        @Input(3) Tensor x();
        @Target(3) Tensor t();
        @Loss(weight = "mask") @MeanSquaredError Tensor e(Tensor x, Tensor t);
        """,
        """
        Digits.e(mask): error NUT5304: e reads mask, but no method is named so
            the parameters of a method are names of other methods: x, t, e""");
  }

  @Test
  void circle() {
    fails(
        """
        @Dense(3) Tensor a(Tensor b);
        @Relu Tensor b(Tensor a);
        """,
        """
        Digits.a: error NUT5305: the values depend on each other in a circle: a → b → a
            a network has no cycles""");
  }

  @Test
  void overloads() {
    fails(
        """
        @Input(3) Tensor x();
        @Output @Relu Tensor y(Tensor x);
        @Softmax Tensor y(Tensor x, Tensor z);
        @Input(3) Tensor z();
        """,
        """
        Digits.y: error NUT5303: two values are named y
            rename one of the methods""");
  }

  @Test
  void severalRoles() {
    fails(
        "@Input(3) @Output Tensor x();",
        """
        Digits.x: error NUT5306: x is both @Input and @Output
            keep one; another method can give the value a second name""");
  }

  @Test
  void inputWithParametersAndLayers() {
    fails(
        """
        @Input(3) Tensor x();
        @Input(3) @Relu Tensor z(Tensor x);
        """,
        """
        Digits.z: error NUT5307: z is an @Input, but has parameters
            remove the parameters; callers give its value""",
        """
        Digits.z: error NUT5308: z is an @Input, but has the layer @Relu too
            apply the layer in a method that takes z as its parameter""");
  }

  @Test
  void nothingSaysHow() {
    fails(
        """
        @Input(3) Tensor x();
        Tensor h(Tensor x);
        @Output Tensor y(Tensor h, Tensor x);
        """,
        """
        Digits.h: error NUT5309: nothing says how h is computed
            annotate it with @Input or @Target, or with the layers that make it of its parameters; @Dense and the like come from the artifact nutshell-annotations""",
        """
        Digits.y: error NUT5309: nothing says how y is computed
            annotate it with @Input or @Target, or with the layers that make it of its parameters; @Dense and the like come from the artifact nutshell-annotations""");
  }

  /**
   * A compiler may hide annotations that it cannot find (17 does, 25 does not): then the method
   * looks bare, and the message names the artifact.
   */
  @Test
  void withoutTheArtifactOfTheLayers() throws URISyntaxException {
    Path runtime =
        Path.of(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Compilation compilation =
        new Anchors(folder)
            .options("-cp", runtime.toString())
            .type(
                "Digits",
                """
                @Network
                interface Digits {
                  @Input(3) Tensor x();
                  @Relu Tensor h(Tensor x);
                  @Output Tensor y(Tensor h);
                }
                """)
            .compile();
    List<String> messages = Anchors.messages(compilation);
    assertTrue(messages.contains("package dev.nutshell.annotation.layer does not exist"));
    assertTrue(
        messages.stream()
            .filter(each -> each.contains("NUT5309"))
            .allMatch(each -> each.endsWith("come from the artifact nutshell-annotations")));
  }

  @Test
  void tooManyParameters() {
    fails(
        """
        @Input(3) Tensor a();
        @Input(3) Tensor b();
        @Output @Dense(4) Tensor y(Tensor a, Tensor b);
        """,
        """
        Digits.y @Dense: error NUT5311: @Dense takes 1 value at most, but y has 2 parameters
            further layers of a method read the value of the layer before alone""");
  }

  @Test
  void classesThatAreNotTheScores() {
    fails(
        """
        @Input(3) Tensor x();
        @Target(classes = 10) Tensor digit();
        @Output @Dense(9) Tensor logits(Tensor x);
        @Loss @CrossEntropy Tensor loss(Tensor logits, Tensor digit);
        """,
        """
        Digits.loss: error NUT2067: digit has 10 classes, but the last axis of logits has another size""");
  }

  @Test
  void extendsAnotherInterface() {
    Compilation compilation =
        new Anchors(folder)
            .type(
                "Digits",
                """
                @Network
                interface Digits extends Runnable {
                  @Input(3) Tensor x();
                  @Output @Relu Tensor y(Tensor x);
                }
                """)
            .compile();
    assertEquals(
        List.of(
            """
        Digits: error NUT5310: Digits extends Runnable; the values of a network are the methods of one interface
            move its methods here"""),
        Anchors.messages(compilation));
  }

  @Test
  void severalMistakesAreAllReported() {
    fails(
        """
        @Input(3) int x();
        @Relu Tensor a(Tensor xx);
        Tensor b(Tensor a);
        """,
        """
        Digits.x: error NUT5301: x has the type int; a value of a network is a Tensor
            write Tensor""",
        """
        Digits.a(xx): error NUT5304: a reads xx, but no method is named so
            the parameters of a method are names of other methods: x, a, b""",
        """
        Digits.b: error NUT5309: nothing says how b is computed
            annotate it with @Input or @Target, or with the layers that make it of its parameters; @Dense and the like come from the artifact nutshell-annotations""");
  }
}
