package dev.nutshell.processor.emit.training;

import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.driver.DriverStep.Argument;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.emit.member.ArgumentNames;
import dev.nutshell.processor.emit.member.WorkArrays;
import dev.nutshell.processor.graph.Extent;
import dev.nutshell.processor.graph.Input;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Place;
import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a training class: their names, and what is kept in each. */
final class TrainingLayout {
  /** Fields of the runtime's class and arguments of its methods, which nothing may hide. */
  private static final List<String> INHERITED =
      List.of(
          "variables",
          "gradients",
          "inputs",
          "samples",
          "sums",
          "totals",
          "results",
          "penalty",
          "seed",
          "step",
          "backward",
          "evaluate",
          "n",
          "chunks",
          "chunk",
          "from",
          "to",
          "phase",
          "training");

  private final Model.EntryPoint entry;
  private final ArgumentNames names;
  private final List<Input> ports = new ArrayList<>();
  private final Map<Extent.Bounded, String> lengths = new LinkedHashMap<>();
  private final WorkArrays arrays;
  private final String values;
  private final String slopes;
  private final String slopeParts;
  private final String rows;
  private final String penalties;
  private final String options;
  private final String length;
  private final String sampleIndex;
  private final String vectors;
  private final List<Program> programs;

  TrainingLayout(CompiledModel compiled, CompiledModel.TrainingPrograms training) {
    this.entry =
        compiled.model().entries().stream()
            .filter(each -> each.name().equals(training.entry()))
            .findFirst()
            .orElseThrow();
    this.programs =
        List.of(
            training.train().scalar(),
            training.train().vector(),
            training.evaluate().scalar(),
            training.evaluate().vector(),
            training.trainingMetrics(),
            training.evaluationMetrics(),
            training.adapt(),
            compiled.constrain());
    this.names = new ArgumentNames(compiled.model(), INHERITED);
    ports.addAll(entry.inputs());
    ports.addAll(entry.targets());
    for (Input port : ports) {
      for (Extent extent : port.shape()) {
        if (extent instanceof Extent.Bounded bounded) {
          lengths.put(bounded, names.ofLength(bounded));
        }
      }
    }
    this.values = names.own("values");
    this.slopes = names.own("gradientValues");
    this.slopeParts = names.own("gradientParts");
    this.rows = names.own("rows");
    this.penalties = names.own("penaltySum");
    this.options = names.own("options");
    this.length = names.own("length");
    this.sampleIndex = names.own("i");
    this.vectors = names.own("vectors");
    this.arrays = new WorkArrays(WorkArrays.OF_CALLS, programs, names.members());
  }

  Model.EntryPoint entry() {
    return entry;
  }

  ArgumentNames names() {
    return names;
  }

  /** Inputs, then targets. */
  List<Input> ports() {
    return ports;
  }

  /** The bounded axes, with the fields that hold their lengths. */
  Map<Extent.Bounded, String> lengths() {
    return lengths;
  }

  /** The extent of an axis, as Java: a literal or the field that holds it. */
  CodeBlock extent(Extent extent) {
    return extent instanceof Extent.Bounded bounded
        ? CodeBlock.of("$N", lengths.get(bounded))
        : CodeBlock.of("$L", extent.bound());
  }

  WorkArrays arrays() {
    return arrays;
  }

  /** The array of all variables. */
  String values() {
    return values;
  }

  /** The array of all gradients. */
  String slopes() {
    return slopes;
  }

  /** The array of the arrays of what each chunk adds to the gradients. */
  String slopeParts() {
    return slopeParts;
  }

  /** Whether anything lies in an area. */
  boolean uses(Area area) {
    return programs.stream()
        .flatMap(ProgramContents::places)
        .anyMatch(place -> place.area() == area);
  }

  /** The number of samples of the step, for kernels that run in parallel and need it. */
  String rows() {
    return rows;
  }

  /** The argument of the constructor. */
  String options() {
    return options;
  }

  /** The argument of a method that sets the length of an axis. */
  String length() {
    return length;
  }

  /** The index of a loop over the samples of a step. */
  String sampleIndex() {
    return sampleIndex;
  }

  /** Whether steps are done with vectors. */
  String vectors() {
    return vectors;
  }

  boolean needsRows() {
    return kernels()
        .anyMatch(
            kernel ->
                kernel.integers().stream()
                    .anyMatch(integer -> integer.name().equals(KernelIntegers.ROWS)));
  }

  boolean isRandom() {
    return kernels().anyMatch(Kernel::random);
  }

  private Stream<Kernel> kernels() {
    return programs.stream().flatMap(ProgramContents::kernels);
  }

  /** The array of one element that takes the sum of the regularizers. */
  String penalties() {
    return penalties;
  }

  boolean needsPenalties() {
    return uses(Area.PENALTY);
  }

  static boolean hasPenalty(Program program) {
    return ProgramContents.places(program).anyMatch(place -> place.area() == Area.PENALTY);
  }

  /** The elements of all sums of losses and metrics. */
  int sumCount() {
    return Math.max(elements(entry.training().sums()), elements(entry.evaluation().sums()));
  }

  private static int elements(List<Node> nodes) {
    return nodes.stream().mapToInt(node -> Math.toIntExact(node.sampleSize())).sum();
  }

  /** The field that holds a place. */
  String array(Place place) {
    return switch (place.area()) {
      case VARIABLES -> values;
      case GRADIENTS -> slopes;
      case GRADIENT_PARTS -> slopeParts + "[" + KernelIntegers.CHUNK + "]";
      case INPUT -> names.of(ports.get(place.port()).name());
      case SUMS -> "sums";
      case PENALTY -> penalties;
      case CARRIES, WORK, COMMON, SCRATCH, PARTIALS ->
          arrays.array(place.area(), place.type()).name();
      case OUTPUT, PREPARED, RESULTS ->
          throw new IllegalArgumentException(place.area() + " in training");
    };
  }

  static Argument offset(Place place) {
    return Argument.number(place.offset());
  }
}
