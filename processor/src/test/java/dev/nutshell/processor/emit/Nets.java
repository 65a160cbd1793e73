package dev.nutshell.processor.emit;

import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.loop.Scheduler;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.pass.Autodiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks from text, for tests that start with the language. */
final class Nets {
  private Nets() {}

  static CompiledModel schedule(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<Model> models =
        Frontend.models(new Source("Net.dl", text), SourceResolver.NONE, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new AssertionError(diagnostics.all());
    }
    Model model = models.get(0);
    List<Variable> parameters =
        model.variables().stream()
            .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
            .toList();
    Map<String, Graph> training = new LinkedHashMap<>();
    for (Model.EntryPoint entry : model.entries()) {
      if (entry.isTrainable()) {
        training.put(entry.name(), Autodiff.differentiate(entry.training(), parameters));
      }
    }
    return Scheduler.schedule(model, training);
  }

  static List<GeneratedClass> emit(CompiledModel compiled) {
    return emit(compiled, "0badc0de");
  }

  static List<GeneratedClass> emit(CompiledModel compiled, String fingerprint) {
    Diagnostics diagnostics = new Diagnostics();
    List<GeneratedClass> files =
        Emitter.emit(
            compiled,
            EmitOptions.of("net", compiled.model().name(), fingerprint, "0.1"),
            diagnostics);
    if (diagnostics.hasErrors()) {
      throw new AssertionError(diagnostics.all());
    }
    return files;
  }
}
