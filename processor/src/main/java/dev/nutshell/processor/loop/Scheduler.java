package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalars;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.CompiledModel.TrainingPrograms;
import dev.nutshell.processor.loop.Program.Memory;
import dev.nutshell.processor.loop.Program.Phase;
import dev.nutshell.processor.loop.Program.Step;
import dev.nutshell.processor.pass.CostEstimate;
import dev.nutshell.processor.pass.ScanSplitting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From graphs to programs of kernels. */
public final class Scheduler {
  private final Model model;
  private final Map<Variable, Integer> offsets;

  private Scheduler(Model model) {
    this.model = model;
    this.offsets = Boundary.offsets(model);
  }

  /**
   * Schedules all graphs of a model.
   *
   * @param training the differentiated training graph of each trainable entry point, by its name
   */
  public static CompiledModel schedule(Model model, Map<String, Graph> training) {
    Scheduler scheduler = new Scheduler(model);
    List<Program> inference = new ArrayList<>();
    List<TrainingPrograms> trainings = new ArrayList<>();
    for (Model.EntryPoint entry : model.entries()) {
      inference.add(scheduler.program(entry.name(), entry.inference(), entry.inputs()));
      if (entry.isTrainable()) {
        trainings.add(scheduler.training(entry, training.get(entry.name())));
      }
    }
    return new CompiledModel(
        model, scheduler.offsets, inference, trainings, scheduler.constrain());
  }

  private TrainingPrograms training(Model.EntryPoint entry, Graph training) {
    List<Input> inputs = new ArrayList<>(entry.inputs());
    inputs.addAll(entry.targets());
    Program train = program("train", training, inputs);
    double parts = 0;
    for (int size : train.memory().sizes().getOrDefault(Area.PARTIALS, Map.of()).values()) {
      parts += size;
    }
    return new TrainingPrograms(
        entry.name(),
        CostEstimate.chunk(CostEstimate.of(training), parts),
        train,
        program("evaluate", entry.evaluation(), inputs));
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
    return program("constrain", graph, List.of());
  }

  private Program program(String name, Graph graph, List<Input> inputs) {
    Sequence sequence = Sequencer.sequence(ScanSplitting.split(graph), new Boundary(model, offsets, inputs));
    Memory memory = withCarries(StoragePlanner.plan(sequence));
    List<Phase> phases = new ArrayList<>();
    for (Task.Stage stage : sequence.stages()) {
      phases.add(
          new Phase(
              steps(stage.serial(), sequence.locations()),
              steps(stage.parallel(), sequence.locations())));
    }
    return new Program(name, phases, memory);
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

  private static List<Step> steps(List<Task> tasks, Map<Node, Location> locations) {
    List<Step> steps = new ArrayList<>();
    for (Task task : tasks) {
      if (task instanceof Task.Evaluate evaluate) {
        if (isThereAlready(evaluate, locations)) {
          continue;
        }
        steps.add(Lowering.lower(evaluate, locations));
      } else if (task instanceof Task.Repeat repeat) {
        steps.add(new Program.Loop(repeat.axis(), repeat.reverse(), steps(repeat.body(), locations)));
      } else {
        Task.Combine combine = (Task.Combine) task;
        steps.add(
            new Program.Join(
                combine.partial().place(), combine.whole().place(), combine.size(), combine.op()));
      }
    }
    return steps;
  }

  /** Whether a task copies a tensor onto itself: its target took over the place of what it copies. */
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
