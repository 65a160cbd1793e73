package dev.nutshell.processor.frontend;

import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Variable;
import dev.nutshell.processor.graph.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Elaborates texts for tests; every graph that comes out is verified. */
public final class Elaborated {
  private Elaborated() {}

  /** The only model of a text that has neither errors nor warnings. */
  public static Model model(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<Model> models =
        Frontend.models(new Source("test.dl", text), SourceResolver.NONE, diagnostics);
    if (!diagnostics.all().isEmpty() || models.size() != 1) {
      throw new AssertionError(models.size() + " models; " + diagnostics.all());
    }
    models.get(0).entries().forEach(Elaborated::verify);
    return models.get(0);
  }

  private static void verify(Model.EntryPoint entry) {
    for (Graph graph :
        List.of(entry.inference(), entry.evaluation(), entry.training(), entry.adaptation())) {
      Verifier.verify(graph);
    }
  }

  /** The messages about {@code test.dl}; {@code others} are the files it can import. */
  public static List<String> messages(String text, Map<String, String> others) {
    Diagnostics diagnostics = new Diagnostics();
    SourceResolver resolver =
        name -> Optional.ofNullable(others.get(name)).map(found -> new Source(name, found));
    Frontend.models(new Source("test.dl", text), resolver, diagnostics);
    return diagnostics.all().stream().map(Diagnostic::toString).toList();
  }

  /** Paths and shapes of the variables, as {@code path[shape]}. */
  public static List<String> variables(Model model) {
    return model.variables().stream().map(Variable::toString).toList();
  }

  /** The shape of an output of the first entry. */
  public static String shape(Model model, String output) {
    return model.entries().get(0).inference().outputs().stream()
        .filter(each -> each.name().equals(output))
        .map(Graph.Output::node)
        .map(Node::shape)
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
