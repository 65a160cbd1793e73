package dev.nutshell.processor.diagram;

import dev.nutshell.grammar.tree.Span;
import dev.nutshell.processor.graph.Graph;
import dev.nutshell.processor.graph.Model;
import dev.nutshell.processor.graph.Model.EntryPoint;
import dev.nutshell.processor.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Models as one SVG: what each entry point computes, from its inputs down to its outputs. */
public final class Picture {
  private final List<SvgWriter.Panel> panels = new ArrayList<>();

  /**
   * Adds a model.
   *
   * @param text in which it is declared: what is computed there has a box, and not what its layers
   *     compute inside
   */
  public void add(Model model, ModelText text) {
    add(model, text.declaration(model.name()), text::at);
  }

  /** Adds a model that is no text: what is no layer has no box. */
  public void add(Model model) {
    add(model, new Span("", 0, 0, 0, 0), span -> "");
  }

  private void add(Model model, Span declaration, Function<Span, String> text) {
    for (EntryPoint entry : model.entries()) {
      List<Part> parts = Parts.of(entry, declaration, text);
      Diagram diagram = RepeatFolding.fold(parts, "p" + panels.size());
      boolean single = model.entries().size() == 1;
      String heading = single ? model.name() : model.name() + "." + entry.name();
      panels.add(new SvgWriter.Panel(heading, note(model, entry), Layout.of(diagram)));
    }
  }

  /** The SVG document. */
  public String svg() {
    return SvgWriter.write(panels) + "\n";
  }

  private static String note(Model model, EntryPoint entry) {
    long parameters =
        model.variables().stream()
            .filter(variable -> variable.kind() == Variable.Kind.PARAMETER)
            .mapToLong(Variable::sampleSize)
            .sum();
    List<String> notes = new ArrayList<>();
    notes.add(BoxText.parameters(parameters));
    notes.add(model.precision().name().toLowerCase(Locale.ROOT));
    for (Graph.Measure loss : entry.training().losses()) {
      notes.add("loss " + loss.name());
    }
    for (Graph.Metric metric : entry.training().metrics()) {
      notes.add("metric " + metric.name());
    }
    return String.join(" · ", notes);
  }
}
