package dev.nutshell.processor.cli;

import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.program.Program;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a network's kernels compute, and in which form: their comments, program by program. */
final class Explanation {
  private final PrintWriter out;
  private final Set<Object> told = new HashSet<>();

  private Explanation(PrintWriter out) {
    this.out = out;
  }

  static void print(Model model, PrintWriter out) {
    Explanation explanation = new Explanation(out);
    CompiledModel compiled = Compiler.schedule(model);
    for (CompiledModel.Forms forms : compiled.inference()) {
      explanation.program(model.name() + "." + forms.vector().name(), forms.vector());
    }
    for (CompiledModel.TrainingPrograms training : compiled.training()) {
      explanation.program(
          model.name() + "." + training.entry() + ", training", training.train().vector());
    }
    out.flush();
  }

  private void program(String title, Program program) {
    out.println(title);
    List<Program.Step> steps = new ArrayList<>(program.preparation());
    program
        .phases()
        .forEach(
            phase -> {
              steps.addAll(phase.serial());
              steps.addAll(phase.parallel());
            });
    steps(steps);
  }

  private void steps(List<Program.Step> steps) {
    for (Program.Step step : steps) {
      if (step instanceof Program.Call call && told.add(call.kernel().signature())) {
        kernel(call.kernel());
      } else if (step instanceof Program.Loop loop) {
        steps(loop.body());
      }
    }
  }

  private void kernel(Kernel kernel) {
    out.println("  " + kernel.name());
    kernel.comment().forEach(line -> out.println("    " + line));
  }
}
