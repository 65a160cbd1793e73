package dev.nutshell.processor.door;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import dev.nutshell.processor.Artifacts;
import dev.nutshell.processor.Version;
import dev.nutshell.processor.diagnostic.DiagnosticKind;
import dev.nutshell.processor.diagram.Picture;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes the classes of an anchor's model and its picture, each with the anchor as its only
 * originating element.
 */
final class GeneratedFiles {
  static final DiagnosticKind EXISTS =
      DiagnosticKind.error(
          "NUT5121", "the class {0} is there already", "rename that class, or the interface {1}");
  static final DiagnosticKind NOT_WRITTEN =
      DiagnosticKind.error("NUT5122", "the class {0} cannot be written: {1}", "");
  static final DiagnosticKind NO_VECTORS =
      DiagnosticKind.note(
          "NUT5123",
          "the network is generated without vector code, which cannot be compiled here: {0}",
          "Compile with the javac of a JDK that has the module jdk.incubator.vector.");

  static final DiagnosticKind NO_PICTURE =
      DiagnosticKind.note("NUT5124", "reports of {0} have no picture of the network: {1}", "");

  private static final ClassName TRAINING = ClassName.get("dev.nutshell.training", "TrainingModel");

  /** Where reports of trainings look; no module hides what lies there. */
  private static final String PICTURES = "META-INF/nutshell/";

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Anchor anchor;
  private final ProcessingEnvironment environment;
  private final Messages messages;

  GeneratedFiles(Anchor anchor, ProcessingEnvironment environment, Messages messages) {
    this.anchor = anchor;
    this.environment = environment;
    this.messages = messages;
  }

  /**
   * Writes the classes.
   *
   * @param picture of the model, a resource of each class that trains it
   */
  void write(Model model, Picture picture) {
    Model traced = withoutInlineText(model);
    Artifacts artifacts = Artifacts.of(traced, options(traced), messages.diagnostics());
    artifacts.obstacle().ifPresent(reason -> report(NO_VECTORS, reason));
    try {
      artifacts.classFiles().forEach(this::write);
    } catch (UnsupportedOperationException e) {
      // The environment of an editor may take sources alone.
      report(NO_VECTORS, e.getMessage());
      artifacts = Artifacts.of(traced, options(traced).withoutVectors(), messages.diagnostics());
    }
    for (JavaFile source : artifacts.sources()) {
      write(source);
      if (source.typeSpec().superclass().equals(TRAINING)) {
        draw(picture, binaryName(source));
      }
    }
  }

  private static String binaryName(JavaFile source) {
    String name = source.typeSpec().name();
    return source.packageName().isEmpty() ? name : source.packageName() + "." + name;
  }

  private void draw(Picture picture, String training) {
    String path = PICTURES + training + ".svg";
    try (Writer writer =
        environment
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", path, anchor.type())
            .openWriter()) {
      writer.write(picture.svg());
    } catch (IOException | UnsupportedOperationException e) {
      report(NO_PICTURE, training, e.getMessage());
    }
  }

  /** A class file that the sources refer to. */
  private void write(String name, byte[] classFile) {
    try (OutputStream stream =
        environment.getFiler().createClassFile(name, anchor.type()).openOutputStream()) {
      stream.write(classFile);
    } catch (FilerException e) {
      report(EXISTS, name, anchor.type().getSimpleName());
    } catch (IOException e) {
      report(NOT_WRITTEN, name, e.getMessage());
    }
  }

  private void write(JavaFile file) {
    String name = file.typeSpec().name();
    try {
      file.writeTo(environment.getFiler());
    } catch (FilerException e) {
      report(EXISTS, name, anchor.type().getSimpleName());
    } catch (IOException e) {
      report(NOT_WRITTEN, name, e.getMessage());
    }
  }

  private void report(DiagnosticKind kind, Object... details) {
    messages.report(kind, anchor.type().getSimpleName().toString(), anchor.place(), details);
  }

  /** An inline text is no file: it cannot go stale, since it is compiled with the class. */
  private Model withoutInlineText(Model model) {
    Map<String, String> files = new LinkedHashMap<>(model.sources());
    files.remove(NetworkText.inlineName(anchor));
    return new Model(
        model.name(),
        model.documentation(),
        model.precision(),
        model.variables(),
        model.entries(),
        model.constraints(),
        files);
  }

  private EmitOptions options(Model model) {
    return new EmitOptions(
        anchor.packageName(),
        anchor.baseName(),
        isPublic(),
        anchor.isText() ? Optional.of(ClassName.get(anchor.type())) : Optional.empty(),
        Optional.of(anchor.type()),
        generatedAnnotation(),
        NutshellProcessor.class.getCanonicalName(),
        Fingerprint.of(model),
        Version.current(),
        true);
  }

  private boolean isPublic() {
    for (Element element = anchor.type();
        element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      if (!element.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only where the class that is compiled can see it: its module may not read {@code
   * java.compiler}.
   */
  private Optional<ClassName> generatedAnnotation() {
    return Optional.ofNullable(environment.getElementUtils().getTypeElement(GENERATED))
        .map(ClassName::get);
  }
}
