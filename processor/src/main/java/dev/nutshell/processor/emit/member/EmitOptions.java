package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What the generated classes are to be besides the network.
 *
 * @param packageName where they go; empty for the unnamed package
 * @param name what their names begin with: {@code Digits} gives {@code DigitsNet} and {@code
 *     DigitsTraining}
 * @param isPublic whether others than their package see them
 * @param anchor an interface that the inference class implements
 * @param originating the element that asked for them, which build tools trace
 * @param generatedAnnotation the {@code @Generated} annotation that is there, if any
 * @param generator the name that the annotation carries
 * @param fingerprint hex digest of the checked graph
 * @param libraryVersion the version of this compiler
 * @param vectors whether classes that work with vectors go beside the others
 */
public record EmitOptions(
    String packageName,
    String name,
    boolean isPublic,
    Optional<ClassName> anchor,
    Optional<TypeElement> originating,
    Optional<ClassName> generatedAnnotation,
    String generator,
    String fingerprint,
    String libraryVersion,
    boolean vectors) {

  /** Public classes without an anchor or an annotation. */
  public static EmitOptions of(
      String packageName, String name, String fingerprint, String libraryVersion) {
    return new EmitOptions(
        packageName,
        name,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "dev.nutshell.processor",
        fingerprint,
        libraryVersion,
        true);
  }

  /** The same without classes that work with vectors. */
  public EmitOptions withoutVectors() {
    return new EmitOptions(
        packageName,
        name,
        isPublic,
        anchor,
        originating,
        generatedAnnotation,
        generator,
        fingerprint,
        libraryVersion,
        false);
  }

  /** The class that predicts. */
  public ClassName inferenceClass() {
    return ClassName.get(packageName, name + "Net");
  }
}
