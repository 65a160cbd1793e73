package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.grammar.tree.SourceUnit;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.graph.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From texts to checked models. */
public final class Frontend {
  private Frontend() {}

  /** The models of a file; those with errors are left out, and the errors reported. */
  public static List<Model> models(Source main, SourceResolver resolver, Diagnostics diagnostics) {
    Declarations declarations = new Declarations(Library.declarations(), resolver, diagnostics);
    Optional<SourceUnit> unit = declarations.add(main);
    return unit.map(tree -> models(tree, declarations, diagnostics)).orElse(List.of());
  }

  /**
   * The models of a tree that was not parsed from a file; {@code name} is what its imports are
   * relative to.
   */
  public static List<Model> models(
      String name, SourceUnit unit, SourceResolver resolver, Diagnostics diagnostics) {
    Declarations declarations = new Declarations(Library.declarations(), resolver, diagnostics);
    declarations.add(name, unit);
    return models(unit, declarations, diagnostics);
  }

  private static List<Model> models(
      SourceUnit unit, Declarations declarations, Diagnostics diagnostics) {
    List<Model> models = new ArrayList<>();
    if (diagnostics.hasErrors()) {
      return models;
    }
    for (Declaration declaration : unit.declarations()) {
      if (declaration.kind() == Declaration.Kind.MODEL) {
        new ModelElaborator(declarations, diagnostics, declaration)
            .elaborate()
            .ifPresent(models::add);
      }
    }
    return models;
  }
}
