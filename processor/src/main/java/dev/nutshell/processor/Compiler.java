package dev.nutshell.processor;

import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.Emitter;
import dev.nutshell.processor.emit.GeneratedClass;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.Scheduler;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.pass.Autodiff;
import dev.nutshell.processor.pass.Simplification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way from a checked model to Java, one line a phase. What comes before, from text to a checked
 * model, is {@link dev.nutshell.processor.frontend.Frontend}.
 */
public final class Compiler {
  private Compiler() {}

  /**
   * The classes of a model.
   *
   * @return empty after an error, which is reported
   */
  public static List<GeneratedClass> compile(
      Model model, EmitOptions options, Diagnostics diagnostics) {
    return Emitter.emit(schedule(model), options, diagnostics);
  }

  /** The loops of a model and the memory that they need: all but the text of the classes. */
  public static CompiledModel schedule(Model model) {
    Map<String, Graph> training = differentiate(model);
    training.replaceAll((entry, graph) -> Simplification.simplify(graph));
    Model simple = Simplification.simplify(model);
    return Scheduler.schedule(simple, training);
  }

  /**
   * The training graph of each entry point that has a loss, with the gradients of all parameters.
   */
  public static Map<String, Graph> differentiate(Model model) {
    List<Variable> parameters =
        model.variables().stream()
            .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
            .toList();
    Map<String, Graph> differentiated = new LinkedHashMap<>();
    for (Model.EntryPoint entry : model.entries()) {
      if (entry.isTrainable()) {
        differentiated.put(entry.name(), Autodiff.differentiate(entry.training(), parameters));
      }
    }
    return differentiated;
  }
}
