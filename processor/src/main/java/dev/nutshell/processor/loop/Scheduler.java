package dev.nutshell.processor.loop;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.lowering.Lowered;
import dev.nutshell.processor.loop.lowering.Lowering;
import dev.nutshell.processor.loop.lowering.ScratchLowering;
import dev.nutshell.processor.loop.lowering.ScratchPlan;
import dev.nutshell.processor.loop.lowering.VectorLowering;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.CompiledModel.Forms;
import dev.nutshell.processor.loop.program.CompiledModel.TrainingPrograms;
import dev.nutshell.processor.loop.program.Program;
import dev.nutshell.processor.loop.program.Program.Memory;
import dev.nutshell.processor.loop.program.Program.Phase;
import dev.nutshell.processor.loop.program.Program.Step;
import dev.nutshell.processor.loop.sequence.Boundary;
import dev.nutshell.processor.loop.sequence.CacheLines;
import dev.nutshell.processor.loop.sequence.Location;
import dev.nutshell.processor.loop.sequence.Sequence;
import dev.nutshell.processor.loop.sequence.Sequencer;
import dev.nutshell.processor.loop.sequence.Task;
import dev.nutshell.processor.pass.CostEstimate;
import dev.nutshell.processor.pass.ScanSplitting;
import dev.nutshell.processor.pass.Simplification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From graphs to programs of kernels. */
public final class Scheduler {
  private final Model model;
  private final Map<Variable, Integer> offsets;
  private final KernelCache scalar =
      new KernelCache((task, locations) -> List.of(Lowering.of(task, locations)));
  private final KernelCache plain;
  private final KernelCache vector;
  private final KernelCache trainingVector;

  private Scheduler(Model model) {
    this.model = model;
    this.offsets = Boundary.offsets(model);
    CacheLines lines = CacheLines.of(model.precision());
    this.plain = new KernelCache((task, locations) -> plain(task, locations, lines));
    boolean singlePrecision = model.precision() == Precision.FLOAT;
    this.vector =
        new KernelCache(
            (task, locations) ->
                List.of(VectorLowering.of(task, locations, singlePrecision, true)));
    this.trainingVector =
        new KernelCache(
            (task, locations) ->
                List.of(VectorLowering.of(task, locations, singlePrecision, false)));
  }

  /**
   * Schedules all graphs of a model.
   *
   * @param training the differentiated training graph of each trainable entry point, by its name
   */
  public static CompiledModel schedule(Model model, Map<String, Graph> training) {
    Scheduler scheduler = new Scheduler(model);
    List<Forms> inference = new ArrayList<>();
    List<TrainingPrograms> trainings = new ArrayList<>();
    for (Model.EntryPoint entry : model.entries()) {
      inference.add(scheduler.inference(entry));
      if (entry.isTrainable()) {
        trainings.add(scheduler.training(entry, training.get(entry.name())));
      }
    }
    return new CompiledModel(model, scheduler.offsets, inference, trainings, scheduler.constrain());
  }

  private Forms inference(Model.EntryPoint entry) {
    Sequence sequence = sequence(entry.inference(), entry.inputs(), true);
    Memory memory = plan(List.of(sequence));
    Program loops = program(entry.name(), sequence, memory, plain);
    Program vectors = program(entry.name(), sequence, memory, vector);
    return withScratch(new Forms(loops, vectors));
  }

  /** With scratch memory where kernels need it. */
  private static Forms withScratch(Forms forms) {
    if (!forms.scalar().uses(Area.SCRATCH) && !forms.vector().uses(Area.SCRATCH)) {
      return forms;
    }
    Memory all = forms.scalar().memory().with(Area.SCRATCH, ElementType.REAL, ScratchPlan.SIZE);
    return new Forms(forms.scalar().with(all), forms.vector().with(all));
  }

  /** Plain loops of a prediction. */
  private static List<Lowered> plain(
      Task.Evaluate task, Map<Node, Location> locations, CacheLines lines) {
    List<Lowered> kernels = ScratchLowering.of(task, locations, lines);
    return kernels.isEmpty() ? List.of(Lowering.of(task, locations)) : kernels;
  }

  /**
   * Both programs of a training use the same memory, and so the same kernels where they do the
   * same.
   */
  private TrainingPrograms training(Model.EntryPoint entry, Graph training) {
    List<Input> inputs = new ArrayList<>(entry.inputs());
    inputs.addAll(entry.targets());
    Sequence train = sequence(training, inputs, false);
    Sequence evaluate = sequence(entry.evaluation(), inputs, false);
    Memory memory = plan(List.of(train, evaluate));
    Sequence adapt = sequence(entry.adaptation(), inputs, false);
    Memory adaptMemory =
        withCarries(StoragePlanner.planToRepeat(adapt, CacheLines.of(model.precision())));
    return new TrainingPrograms(
        entry.name(),
        CostEstimate.chunk(CostEstimate.of(training), parts(train)),
        forms("train", train, memory),
        forms("evaluate", evaluate, memory),
        metrics("trainingMetrics", training),
        metrics("evaluationMetrics", entry.evaluation()),
        program("adapt", adapt, adaptMemory, scalar));
  }

  /** The program that computes the metrics of a graph of their totals. */
  private Program metrics(String name, Graph graph) {
    Boundary boundary = Boundary.ofMetrics(model, offsets, graph);
    Graph finish = ScanSplitting.split(Simplification.simplify(graph.finish()));
    Sequence sequence = Sequencer.sequence(finish, boundary, false);
    return program(name, sequence, plan(List.of(sequence)), scalar);
  }

  /** The elements that each chunk adds to sums over the batch. */
  private static double parts(Sequence sequence) {
    return sequence.stages().stream()
        .flatMap(stage -> stage.serial().stream())
        .mapToDouble(task -> task instanceof Task.Combine combine ? combine.size() : 0)
        .sum();
  }

  private Program constrain() {
    Graph graph =
        new Graph(
            "constrain",
            List.of(),
            model.constraints(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Sequence sequence = sequence(graph, List.of(), false);
    return program("constrain", sequence, plan(List.of(sequence)), scalar);
  }

  /**
   * The work in order, with the memory in which results arise. Predictions, which prepare weights
   * once, read the user's array of them; training has one of its own, which begins with a line.
   */
  private Sequence sequence(Graph graph, List<Input> inputs, boolean prepares) {
    int first = prepares ? 0 : CacheLines.of(model.precision()).first();
    return Sequencer.sequence(
        ScanSplitting.split(graph), new Boundary(model, offsets, first, inputs), prepares);
  }

  /** Offsets for all temporaries; how large the areas are. */
  private Memory plan(List<Sequence> sequences) {
    return withCarries(StoragePlanner.plan(sequences, CacheLines.of(model.precision())));
  }

  private Memory withCarries(Memory planned) {
    Map<Area, Map<ElementType, Integer>> sizes = new EnumMap<>(Area.class);
    sizes.putAll(planned.sizes());
    Map<ElementType, Integer> carries = Boundary.carryRows(model);
    if (!carries.isEmpty()) {
      sizes.put(Area.CARRIES, carries);
    }
    return new Memory(sizes);
  }

  private Forms forms(String name, Sequence sequence, Memory memory) {
    return withScratch(
        new Forms(
            program(name, sequence, memory, scalar),
            program(name, sequence, memory, trainingVector)));
  }

  /** Kernels for all tasks. */
  private Program program(String name, Sequence sequence, Memory memory, KernelCache kernels) {
    List<Phase> phases = new ArrayList<>();
    for (Task.Stage stage : sequence.stages()) {
      phases.add(
          new Phase(
              GradientJoins.merged(steps(stage.serial(), sequence.locations(), kernels)),
              steps(stage.parallel(), sequence.locations(), kernels)));
    }
    // What prepares weights runs once, and outside of sessions, which have the scratch memory.
    KernelCache once = kernels == plain ? scalar : kernels;
    return new Program(
        name, steps(sequence.preparation(), sequence.locations(), once), phases, memory);
  }

  private static List<Step> steps(
      List<Task> tasks, Map<Node, Location> locations, KernelCache kernels) {
    List<Step> steps = new ArrayList<>();
    for (Task task : tasks) {
      if (task instanceof Task.Evaluate evaluate) {
        if (!isThereAlready(evaluate, locations)) {
          for (Task.Evaluate piece : IndexSetSplitting.split(evaluate)) {
            steps.addAll(kernels.calls(piece, locations));
          }
        }
      } else if (task instanceof Task.Repeat repeat) {
        steps.add(
            new Program.Loop(
                repeat.axis(), repeat.reverse(), steps(repeat.body(), locations, kernels)));
      } else if (task instanceof Task.Combine combine) {
        steps.add(
            new Program.Join(
                combine.partial().place(), combine.whole().place(), combine.size(), combine.op()));
      }
    }
    return steps;
  }

  /**
   * Whether a task copies a tensor onto itself: its target took over the place of what it copies.
   */
  private static boolean isThereAlready(Task.Evaluate task, Map<Node, Location> locations) {
    if (!(task.node().body() instanceof Scalar.Read read)) {
      return false;
    }
    Location source = locations.get(read.node());
    return source.slot().place().equals(task.target().slot().place())
        && source
            .position(read.indices())
            .equals(task.target().position(Scalars.indices(task.node().axes())));
  }
}
