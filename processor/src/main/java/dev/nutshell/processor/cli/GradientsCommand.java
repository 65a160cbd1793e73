package dev.nutshell.processor.cli;

import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.pass.Autodiff;
import dev.nutshell.processor.pass.DrawnCalls;
import dev.nutshell.processor.pass.GradientComparison;
import dev.nutshell.processor.pass.GradientComparison.Slopes;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Holds gradients against differences of the loss. */
@Command(
    name = "gradients",
    description = {
      "Compare the gradients of networks with differences of their losses.",
      "For each parameter and each input of floats: the greatest deviation at random points, in"
          + " double precision. For small networks, such as one around a layer of your own."
    },
    mixinStandardHelpOptions = true)
final class GradientsCommand extends ModelsCommand {
  private static final int POINTS = 3;
  private static final int SAMPLES = 3;

  @Option(names = "--seed", description = "For what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 0;

  @Override
  int run(SourceFile file, List<Model> models) {
    boolean compared = false;
    boolean agree = true;
    for (Model model : models) {
      for (EntryPoint entry : model.entries()) {
        if (entry.isTrainable()) {
          compared = true;
          agree &= compare(model, entry);
        }
      }
    }
    if (!compared) {
      throw failure("there is no loss in it; any value of floats can be one: loss check = y^2");
    }
    return agree ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean compare(Model model, EntryPoint entry) {
    List<Node> sources = sources(model, entry);
    Graph differentiated = Autodiff.differentiate(entry.training(), sources);
    GradientComparison comparison = new GradientComparison(entry.training(), differentiated);
    DrawnCalls calls = new DrawnCalls(model, entry, SAMPLES);
    Table table = new Table(List.of(false, true, false));
    table.add("gradient of", "deviation", "");
    table.rule();
    boolean agree = true;
    for (Node source : sources) {
      Random random = new Random(seed);
      List<Slopes> slopes = new ArrayList<>();
      for (int i = 0; i < POINTS; i++) {
        comparison
            .slopes(List.of(source), () -> calls.apply(random), random)
            .ifPresent(slopes::add);
      }
      boolean rightEverywhere = slopes.size() == POINTS && slopes.stream().allMatch(Slopes::agree);
      agree &= rightEverywhere;
      table.add(source.name(), deviation(slopes), remark(slopes));
    }
    PrintWriter out = out();
    out.println(model.name() + "." + entry.name());
    table.lines().forEach(out::println);
    return agree;
  }

  /** What has a gradient: the parameters, and the inputs of floats. */
  private static List<Node> sources(Model model, EntryPoint entry) {
    List<Node> sources = new ArrayList<>();
    entry.inputs().stream().filter(each -> each.type().isFloating()).forEach(sources::add);
    model.variables().stream()
        .filter(each -> each.kind() == Variable.Kind.PARAMETER)
        .forEach(sources::add);
    return sources;
  }

  private static String deviation(List<Slopes> slopes) {
    double greatest = slopes.stream().mapToDouble(Slopes::deviation).max().orElse(Double.NaN);
    return slopes.isEmpty() ? "" : String.format(Locale.ROOT, "%.0e", greatest);
  }

  private static String remark(List<Slopes> slopes) {
    Optional<Slopes> wrong = slopes.stream().filter(each -> !each.agree()).findFirst();
    if (wrong.isPresent()) {
      return String.format(
          Locale.ROOT,
          "WRONG: the gradient says %.6g, differences say %.6g",
          wrong.get().gradient(),
          wrong.get().difference());
    }
    if (slopes.size() < POINTS) {
      return "UNKNOWN: no point found at which the loss is smooth";
    }
    boolean zero = slopes.stream().allMatch(each -> each.gradient() == 0);
    return zero ? "zero: the loss does not depend on it" : "";
  }
}
