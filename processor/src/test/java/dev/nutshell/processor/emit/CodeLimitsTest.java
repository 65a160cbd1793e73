package dev.nutshell.processor.emit;

import static dev.nutshell.processor.emit.kernel.Loops.add;
import static dev.nutshell.processor.emit.kernel.Loops.index;
import static dev.nutshell.processor.emit.kernel.Loops.load;
import static dev.nutshell.processor.emit.kernel.Loops.loop;
import static dev.nutshell.processor.emit.kernel.Loops.store;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.driver.ClassParts;
import dev.nutshell.processor.emit.driver.CodeLimits;
import dev.nutshell.processor.emit.inference.InferenceClass;
import dev.nutshell.processor.emit.kernel.Loops;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.emit.training.TrainingClass;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The estimates that keep the limits, against class files. */
class CodeLimitsTest {
  private static final int HOTSPOT_BYTECODES = 8_000;

  private static final String GPT =
      """
      model Gpt(context: int = 8, width: int = 16) {
        input tokens: int[context]
        target next: int[context]
        x = embedding(tokens, 11, width) |> positions
        repeat 5 {
          x = x + attention(layer_norm(x), 2, causal: true)
          x = x + (layer_norm(x) |> dense(4 * width) |> gelu |> dense(width))
        }
        logits = layer_norm(x) |> dense(11)
        output scores = logits
        loss cross_entropy(logits, next)
      }
      """;

  private static final String CONVOLUTIONAL =
      """
      model Digits {
        input  image: float[8, 8, 1]
        target digit: int
        logits = image
            |> conv(6, kernel: 3, padding: same) |> batch_norm |> relu |> max_pool(2)
            |> flatten |> dense(32) |> relu |> dropout(0.25) |> dense(10)
        output probabilities = softmax(logits)
        loss   cross_entropy(logits, digit)
        metric accuracy(logits, digit)
      }
      """;

  private static final String RECURRENT =
      """
      model Characters {
        input  text: int[6]
        target next: int[6]
        logits = embedding(text, 9, 4) |> lstm(5, return_sequences: true) |> dense(9)
        output scores = logits
        loss   cross_entropy(logits, next)
      }
      """;

  @Test
  void kernelsComeToNoMoreThanEstimatedAndDriversAreSplit() {
    for (String text : List.of(GPT, CONVOLUTIONAL, RECURRENT)) {
      CompiledModel compiled = Nets.schedule(text);
      Map<String, byte[]> classes = GeneratedClasses.compile(Nets.emit(compiled)).classFiles();
      classes.forEach(
          (name, bytes) ->
              ClassFile.parse(bytes)
                  .bytecodes()
                  .forEach(
                      (method, length) ->
                          assertTrue(
                              length < HOTSPOT_BYTECODES, name + "." + method + ": " + length)));
      InferenceClass inference =
          new InferenceClass(compiled, EmitOptions.of("net", compiled.model().name(), "", ""));
      inference.spec();
      assertEstimates(inference.parts(), classes.get("net." + compiled.model().name() + "Net"));
      TrainingClass training =
          new TrainingClass(
              compiled,
              compiled.training().get(0),
              EmitOptions.of("net", compiled.model().name(), "", ""));
      training.spec();
      assertEstimates(training.parts(), classes.get("net." + compiled.model().name() + "Training"));
    }
  }

  private static void assertEstimates(ClassParts parts, byte[] bytes) {
    Map<String, Integer> bytecodes = ClassFile.parse(bytes).bytecodes();
    assertTrue(!parts.kernels().isEmpty());
    for (int i = 0; i < parts.kernels().size(); i++) {
      String method = parts.kernelMethods().get(i).name();
      int estimate = CodeLimits.bytes(parts.kernels().get(i));
      int actual = bytecodes.get(method);
      assertTrue(actual <= estimate, method + ": " + actual + " bytecodes, estimated " + estimate);
    }
  }

  @Test
  void aKernelThatHotSpotWouldNotCompileIsReported() {
    Diagnostics diagnostics = new Diagnostics();
    List<GeneratedClass> files =
        Emitter.emit(
            withKernel(longKernel(900)), EmitOptions.of("net", "Tanh", "00", "0.1"), diagnostics);
    assertTrue(files.isEmpty());
    assertEquals(
        List.of(
            "Tanh.dl:1:1: error NUT6011: fc.long becomes a method of about 14430 bytecodes; HotSpot"
                + " compiles none above 8000\n"
                + "  Give parts of the expression names of their own: each named value becomes a"
                + " method."),
        diagnostics.all().stream().map(Object::toString).toList());
  }

  @Test
  void aKernelWithTooManyParametersIsReported() {
    List<Kernel.Buffer> buffers = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      buffers.add(Loops.reals("x" + i));
    }
    Kernel kernel =
        Loops.kernel(
            "wide",
            List.of(),
            buffers,
            List.of(),
            store(buffers.get(0), Loops.literal(0), load(buffers.get(1), Loops.literal(0))));
    Diagnostics diagnostics = new Diagnostics();
    Emitter.emit(withKernel(kernel), EmitOptions.of("net", "Tanh", "00", "0.1"), diagnostics);
    assertEquals(
        List.of(
            "Tanh.dl:1:1: error NUT6012: wide becomes a method with 256 parameters; Java allows 255\n"
                + "  Give parts of the expression names of their own: each named value reads fewer"
                + " tensors."),
        diagnostics.all().stream().map(Object::toString).toList());
  }

  @Test
  void moreInputsThanAMethodTakesAreReported() {
    assertEquals(
        List.of(
            "Net.dl:129:10: error NUT6015: Wide is too large: its method predict has 259 parameters;"
                + " Java allows 255\n"
                + "  Join inputs, or outputs, into larger tensors."),
        reported(127, 1));
    assertEquals(List.of(), reported(125, 1));
  }

  @Test
  void moreOutputsThanAMethodComparesAreReported() {
    assertEquals(
        List.of(
            "Net.dl:3:10: error NUT6016: Wide is too large: its method predict compares 5050 pairs"
                + " of arrays; it has room for about 4500\n"
                + "  Join outputs into larger tensors."),
        reported(1, 100));
    assertEquals(List.of(), reported(1, 94));
  }

  /** What is reported of a network of scalars; if nothing, it must be Java. */
  private static List<String> reported(int inputs, int outputs) {
    StringBuilder text = new StringBuilder("model Wide {\n");
    for (int i = 0; i < inputs; i++) {
      text.append("  input x").append(i).append(": float\n");
    }
    for (int i = 0; i < outputs; i++) {
      text.append("  output y").append(i).append(" = x0 + ").append(i).append(".0\n");
    }
    Diagnostics diagnostics = new Diagnostics();
    List<GeneratedClass> files =
        Emitter.emit(
            Nets.schedule(text.append("}\n").toString()),
            EmitOptions.of("net", "Wide", "00", "0.1"),
            diagnostics);
    if (!files.isEmpty()) {
      GeneratedClasses.compile(files);
    }
    return diagnostics.all().stream().map(Object::toString).toList();
  }

  @Test
  void longSequencesOfCallsAreSplitAndStillRunInOrder() {
    CompiledModel compiled = HandBuilt.tanhLayer(2, 3, Precision.FLOAT);
    Program predict = compiled.inference().get(0).scalar();
    Program.Call dense = (Program.Call) predict.phases().get(0).parallel().get(0);
    Program.Call tanh = (Program.Call) predict.phases().get(0).parallel().get(1);
    List<Program.Step> steps = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      // No period: what repeats would become a loop.
      steps.add(Integer.bitCount(i) % 2 == 0 ? dense : tanh);
    }
    steps.add(dense);
    steps.add(tanh);
    Map<String, byte[]> classes =
        GeneratedClasses.compile(Nets.emit(withSteps(compiled, steps))).classFiles();
    Map<String, Integer> bytecodes = ClassFile.parse(classes.get("net.TanhNet")).bytecodes();
    assertTrue(bytecodes.containsKey("predictPart2"), bytecodes::toString);
    bytecodes.forEach((name, length) -> assertTrue(length <= CodeLimits.DRIVER_BYTES, name));
    float[] y = new float[3];
    GeneratedNet.of(Nets.emit(withSteps(compiled, steps)), 1, 2, 3, 4, 5, 6, 0, 0, 0)
        .call("predict", new float[] {0.25f, 0}, y);
    float[] once = new float[3];
    GeneratedNet.of(Nets.emit(compiled), 1, 2, 3, 4, 5, 6, 0, 0, 0)
        .call("predict", new float[] {0.25f, 0}, once);
    assertArrayEquals(once, y);
  }

  private static Kernel longKernel(int terms) {
    Kernel.Buffer x = Loops.reals("x");
    Kernel.Buffer y = Loops.reals("y");
    LoopExpression.Local row = index("row");
    LoopExpression sum = load(x, row);
    for (int i = 1; i < terms; i++) {
      sum = add(sum, load(x, add(row, Loops.literal(i))));
    }
    return Loops.kernel(
        "fc.long",
        List.of(),
        List.of(x, y),
        List.of(Loops.FROM, Loops.TO),
        loop(row, Loops.FROM, Loops.TO, store(y, row, sum)));
  }

  private static CompiledModel withKernel(Kernel kernel) {
    CompiledModel compiled = HandBuilt.tanhLayer(2, 3, Precision.FLOAT);
    Program.Call call =
        (Program.Call) compiled.inference().get(0).scalar().phases().get(0).parallel().get(1);
    Program.Call changed =
        new Program.Call(
            kernel,
            Stream.generate(() -> call.places().get(0)).limit(kernel.buffers().size()).toList());
    return withSteps(compiled, List.of(changed));
  }

  private static CompiledModel withSteps(CompiledModel compiled, List<Program.Step> steps) {
    Program predict = compiled.inference().get(0).scalar();
    Program changed =
        new Program(
            predict.name(),
            List.of(),
            List.of(new Program.Phase(List.of(), steps)),
            predict.memory());
    return new CompiledModel(
        compiled.model(),
        compiled.offsets(),
        List.of(new CompiledModel.Forms(changed, changed)),
        List.of(),
        compiled.constrain());
  }
}
