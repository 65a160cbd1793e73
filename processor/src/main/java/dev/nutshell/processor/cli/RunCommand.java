package dev.nutshell.processor.cli;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.Call;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Interpreter;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Evaluates an entry point with the reference interpreter. */
@Command(
    name = "run",
    description = {
      "Evaluate a network with the reference interpreter, in double precision.",
      "Prints a JSON object with the outputs, each with one array for each sample."
    },
    mixinStandardHelpOptions = true)
final class RunCommand extends ModelsCommand {
  @Option(names = "--model", description = "The model; the first of the file when left out.")
  private Optional<String> model;

  @Option(names = "--entry", description = "The entry point; the first when left out.")
  private Optional<String> entry;

  @Option(
      names = "--inputs",
      paramLabel = "JSON",
      description = {
        "A file with an object that has the inputs by name, or an array of such objects.",
        "One sample drawn from the seed when left out."
      })
  private Optional<Path> inputs;

  @Option(
      names = "--weights",
      paramLabel = "SAFETENSORS",
      description = "Saved weights; initial values drawn from the seed when left out.")
  private Optional<Path> weights;

  @Option(names = "--seed", description = "For what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 0;

  @Option(names = "--dump", description = "Print every named value, too.")
  private boolean dump;

  @Override
  int run(SourceFile file, List<Model> models) {
    Model chosen = choose("model", models, Model::name, model);
    EntryPoint point = choose("entry point", chosen.entries(), EntryPoint::name, entry);
    Call call =
        inputs.isPresent()
            ? CallInputs.of(point, Json.parse(read(inputs.get())))
            : CallInputs.random(point, seed);
    Map<String, Tensor> variables = Variables.of(chosen, weights, seed, call.batch());
    print(point, new Interpreter(call.withVariables(variables), Precision.DOUBLE));
    return ExitCode.OK;
  }

  private <T> T choose(
      String kind, List<T> candidates, Function<T, String> name, Optional<String> wanted) {
    List<String> names = candidates.stream().map(name).toList();
    if (candidates.isEmpty()) {
      throw failure("no " + kind);
    }
    if (wanted.isEmpty()) {
      return candidates.get(0);
    }
    int index = names.indexOf(wanted.get());
    if (index < 0) {
      throw failure("no " + kind + " " + wanted.get() + ", only " + String.join(", ", names));
    }
    return candidates.get(index);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailure(file + ": cannot be read", e);
    }
  }

  private void print(EntryPoint point, Interpreter interpreter) {
    PrintWriter out = out();
    List<String> members = new ArrayList<>();
    for (Graph.Output output : point.inference().outputs()) {
      members.add(member(output.name(), output.node(), interpreter));
    }
    out.println("{");
    out.print(object("outputs", members));
    if (dump) {
      List<String> values = new ArrayList<>();
      point.values().forEach((name, node) -> values.add(member(name, node, interpreter)));
      out.println(",");
      out.print(object("values", values));
    }
    out.println();
    out.println("}");
  }

  private static String object(String name, List<String> members) {
    return "  \"" + name + "\": {\n" + String.join(",\n", members) + "\n  }";
  }

  private static String member(String name, Node node, Interpreter interpreter) {
    return "    \"" + name + "\": " + TensorText.of(interpreter.value(node), node.type());
  }
}
