package dev.nutshell.processor.emit;

import static dev.nutshell.processor.emit.kernel.Loops.add;
import static dev.nutshell.processor.emit.kernel.Loops.assign;
import static dev.nutshell.processor.emit.kernel.Loops.declare;
import static dev.nutshell.processor.emit.kernel.Loops.index;
import static dev.nutshell.processor.emit.kernel.Loops.kernel;
import static dev.nutshell.processor.emit.kernel.Loops.literal;
import static dev.nutshell.processor.emit.kernel.Loops.load;
import static dev.nutshell.processor.emit.kernel.Loops.loop;
import static dev.nutshell.processor.emit.kernel.Loops.real;
import static dev.nutshell.processor.emit.kernel.Loops.reals;
import static dev.nutshell.processor.emit.kernel.Loops.store;
import static dev.nutshell.processor.emit.kernel.Loops.times;
import static dev.nutshell.processor.emit.kernel.Loops.unary;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.emit.kernel.Loops;
import dev.nutshell.processor.graph.Axis;
import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.UnaryOp;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.LoopExpression;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scheduled models written by hand, so that code generation is tested without the phases before it.
 */
final class HandBuilt {
  static final Span SPAN = new Span("Tanh.dl", 1, 1, 1, 1);

  private HandBuilt() {}

  /**
   * {@code y[b, u] = tanh(sum[i] x[b, i] · W[i, u] + bias[u])}, through a buffer of the session.
   */
  static CompiledModel tanhLayer(int inputs, int units, Precision precision) {
    Variable w = parameter("fc.W", inputs, units);
    Variable bias = parameter("fc.b", units);
    Input x =
        new Input("x", ElementType.REAL, List.of(Extent.BATCH, Extent.of(inputs)), false, SPAN);
    Node y = reals("y", units);
    Kernel dense = dense(inputs, units);
    Kernel tanh = tanh(units);
    Place work = new Place(Area.WORK, 0, ElementType.REAL, 0, units);
    Program predict =
        new Program(
            "predict",
            List.of(),
            List.of(
                new Program.Phase(
                    List.of(),
                    List.of(
                        new Program.Call(
                            dense,
                            List.of(
                                new Place(Area.INPUT, 0, ElementType.REAL, 0, inputs),
                                new Place(Area.VARIABLES, 0, ElementType.REAL, 0, 0),
                                new Place(Area.VARIABLES, 0, ElementType.REAL, inputs * units, 0),
                                work)),
                        new Program.Call(
                            tanh,
                            List.of(
                                work, new Place(Area.OUTPUT, 0, ElementType.REAL, 0, units)))))),
            new Program.Memory(Map.of(Area.WORK, Map.of(ElementType.REAL, units))));
    Model model =
        new Model(
            "Tanh",
            "One layer of tanh units.",
            precision,
            List.of(w, bias),
            List.of(
                new Model.EntryPoint(
                    "predict",
                    "",
                    List.of(x),
                    List.of(),
                    graph(List.of(new Graph.Output("y", y))),
                    graph(List.of()),
                    graph(List.of()),
                    graph(List.of()),
                    List.of(new Model.LayerUse("fc", "dense", y, List.of(w, bias))),
                    Map.of(),
                    Map.of())),
            List.of(),
            Map.of("Tanh.dl", "00ff"));
    Map<Variable, Integer> offsets = new LinkedHashMap<>();
    offsets.put(w, 0);
    offsets.put(bias, inputs * units);
    return new CompiledModel(
        model,
        offsets,
        List.of(new CompiledModel.Forms(predict, predict)),
        List.of(),
        new Program("constrain", List.of(), List.of(), none()));
  }

  static Program.Memory none() {
    return new Program.Memory(Map.of());
  }

  static Graph graph(List<Graph.Output> outputs) {
    return new Graph("graph", outputs, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static Variable parameter(String path, int... shape) {
    return new Variable(
        Variable.Kind.PARAMETER,
        path,
        ElementType.REAL,
        java.util.Arrays.stream(shape).mapToObj(Extent::of).toList(),
        new Variable.Initializer("zeros", List.of()),
        SPAN);
  }

  /** A node that stands for a result with samples; its body is not looked at. */
  static Node reals(String name, int size) {
    List<Axis> axes =
        size == 1
            ? List.of(new Axis("batch", Extent.BATCH))
            : List.of(new Axis("batch", Extent.BATCH), new Axis("u", Extent.of(size)));
    return new Compute(name, axes, new Scalar.Constant(ElementType.REAL, 0), SPAN);
  }

  static Kernel dense(int inputs, int units) {
    Kernel.Buffer x = Loops.reals("x");
    Kernel.Buffer w = Loops.reals("W");
    Kernel.Buffer b = Loops.reals("b");
    Kernel.Buffer y = Loops.reals("y");
    LoopExpression.Local row = index("row");
    LoopExpression.Local u = index("u");
    LoopExpression.Local i = index("i");
    LoopExpression.Local sum = real("sum");
    return kernel(
        "fc",
        List.of(
            "y[row, u] = sum[i] x[row, i] * W[i, u] + b[u]",
            "x[" + inputs + "], W[" + inputs + ", " + units + "], y[" + units + "]"),
        List.of(x, w, b, y),
        List.of(Loops.FROM, Loops.TO),
        loop(
            row,
            Loops.FROM,
            Loops.TO,
            loop(
                u,
                units,
                declare(sum, literal(0.0)),
                loop(
                    i,
                    inputs,
                    assign(
                        sum,
                        add(
                            sum,
                            times(
                                load(x, add(times(row, literal(inputs)), i)),
                                load(w, add(times(i, literal(units)), u)))))),
                store(y, add(times(row, literal(units)), u), add(sum, load(b, u))))));
  }

  private static Kernel tanh(int units) {
    Kernel.Buffer x = Loops.reals("x");
    Kernel.Buffer y = Loops.reals("y");
    LoopExpression.Local row = index("row");
    LoopExpression.Local u = index("u");
    LoopExpression position = add(times(row, literal(units)), u);
    return kernel(
        "tanh",
        List.of("y[row, u] = tanh(x[row, u])"),
        List.of(x, y),
        List.of(Loops.FROM, Loops.TO),
        loop(
            row,
            Loops.FROM,
            Loops.TO,
            loop(u, units, store(y, position, unary(UnaryOp.TANH, load(x, position))))));
  }
}
