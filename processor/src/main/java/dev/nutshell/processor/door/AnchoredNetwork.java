package dev.nutshell.processor.door;

import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagnostic.Suggestion;
import dev.nutshell.processor.diagram.ModelText;
import dev.nutshell.processor.diagram.Picture;
import dev.nutshell.processor.frontend.Frontend;
import dev.nutshell.processor.frontend.Source;
import dev.nutshell.processor.frontend.SourceResolver;
import dev.nutshell.processor.graph.Model;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * One anchor, from what the user wrote to the generated files; stops at the first phase that
 * reports errors.
 */
final class AnchoredNetwork {
  static final DiagnosticKind NO_MODEL =
      DiagnosticKind.error("NUT5114", "{0} has no model {1}", "{2}");

  private final Anchor anchor;
  private final ProcessingEnvironment environment;
  private final Messages messages;

  AnchoredNetwork(Anchor anchor, ProcessingEnvironment environment, Messages messages) {
    this.anchor = anchor;
    this.environment = environment;
    this.messages = messages;
  }

  void generate() {
    new AnchorRules(anchor, messages).check();
    if (!failed()) {
      SourceFolders folders = SourceFolders.of(environment.getOptions(), environment.getFiler());
      if (anchor.isText()) {
        new NetworkText(anchor, folders, messages)
            .find()
            .ifPresent(source -> fromText(source, folders));
      } else {
        fromMethods(folders);
      }
    }
  }

  private boolean failed() {
    return messages.diagnostics().hasErrors();
  }

  private void fromText(Source source, SourceFolders folders) {
    List<Model> models = Frontend.models(source, listing(folders), messages.diagnostics());
    if (failed()) {
      return;
    }
    Optional<Model> model = named(models, source);
    model.ifPresent(this::checkContract);
    if (!failed()) {
      Picture picture = new Picture();
      picture.add(model.orElseThrow(), new ModelText(source.name(), source.text()));
      write(model.orElseThrow(), picture);
    }
  }

  private void write(Model model, Picture picture) {
    new GeneratedFiles(anchor, environment, messages).write(model, picture);
  }

  private Optional<Model> named(List<Model> models, Source source) {
    for (Model model : models) {
      if (model.name().equals(anchor.model())) {
        return Optional.of(model);
      }
    }
    messages.report(
        NO_MODEL,
        anchor.type().getSimpleName().toString(),
        anchor.place("model"),
        source.name(),
        anchor.model(),
        instead(models.stream().map(Model::name).toList()));
    return Optional.empty();
  }

  private String instead(List<String> names) {
    if (names.isEmpty()) {
      return "declare it: model " + anchor.model() + " { ... }";
    }
    String meant = Suggestion.closest(anchor.model(), names).orElse(names.get(0));
    return "it has "
        + String.join(", ", names)
        + "; write @Network(model = \""
        + meant
        + "\") or rename one of the two";
  }

  private void checkContract(Model model) {
    List<Signature> signatures =
        model.entries().stream().map(entry -> Signature.of(model, entry)).toList();
    new Contract(anchor, environment.getElementUtils(), signatures, messages).check();
  }

  private void fromMethods(SourceFolders folders) {
    AnnotatedNetwork network = new AnnotatedNetwork(anchor, environment, messages);
    Optional<Model> model = network.model(listing(folders)).stream().findFirst();
    if (!failed()) {
      Picture picture = new Picture();
      picture.add(model.orElseThrow());
      write(model.orElseThrow(), picture);
    }
  }

  /** Makes every file that is imported known to the messages. */
  private SourceResolver listing(SourceFolders folders) {
    return name -> {
      Optional<Source> source = folders.resolve(name);
      source.ifPresent(found -> messages.addText(found.name(), found.text()));
      return source;
    };
  }
}
