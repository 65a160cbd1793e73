package dev.nutshell.processor.emit;

import com.palantir.javapoet.JavaFile;

/**
 * A class of a network.
 *
 * @param needsVectorModule whether it is compiled against {@code jdk.incubator.vector}; the others
 *     touch it only where that module is there at run time
 */
public record GeneratedClass(JavaFile source, boolean needsVectorModule) {

  /** The binary name. */
  public String name() {
    String type = source.typeSpec().name();
    return source.packageName().isEmpty() ? type : source.packageName() + "." + type;
  }
}
