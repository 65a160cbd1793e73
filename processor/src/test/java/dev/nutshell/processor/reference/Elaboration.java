package dev.nutshell.processor.reference;

import dev.nutshell.processor.diagnostic.Diagnostic;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Model;
import java.util.List;
import java.util.stream.Collectors;

/** From the text of a test to the checked model in it. */
final class Elaboration {
  private Elaboration() {}

  /**
   * The only model of a text.
   *
   * @throws AssertionError with all diagnostics if there is none
   */
  static Model model(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<Model> models =
        Frontend.models(new Source("test.dl", text), SourceResolver.NONE, diagnostics);
    if (diagnostics.hasErrors() || models.size() != 1) {
      throw new AssertionError(
          diagnostics.all().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"))
              + "\n"
              + text);
    }
    return models.get(0);
  }
}
