package dev.nutshell.processor.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which generates a class that an anchor names. */
@SupportedAnnotationTypes("*")
final class ConstantsProcessor extends AbstractProcessor {
  private boolean written;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!written) {
      written = true;
      try (Writer file = processingEnv.getFiler().createSourceFile("nets.Constants").openWriter()) {
        file.write(
            """
            package nets;
            interface Constants {
              String TEXT = "model Late { input x: float[3] output y = 2 * x }";
            }
            """);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
