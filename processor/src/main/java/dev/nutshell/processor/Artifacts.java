package dev.nutshell.processor;

import com.palantir.javapoet.JavaFile;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.GeneratedClass;
import dev.nutshell.processor.emit.binary.VectorCompiler;
import dev.nutshell.processor.emit.binary.VectorCompilerException;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/**
 * What is written for a model: sources that any compiler takes without a warning, and the rest as
 * class files.
 *
 * @param classFiles by binary name; the sources refer to them
 * @param obstacle why there are no class files although some were wanted
 */
public record Artifacts(
    List<JavaFile> sources, Map<String, byte[]> classFiles, Optional<String> obstacle) {

  /**
   * Compiles a model. Where the JDK at work cannot compile vector classes, the others do without
   * them.
   *
   * @return nothing after an error, which is reported
   */
  public static Artifacts of(Model model, EmitOptions options, Diagnostics diagnostics) {
    return of(model, options, diagnostics, VectorCompiler::compile);
  }

  /** What compiles vector classes. */
  interface Binaries {
    Map<String, byte[]> compile(List<JavaFileObject> sources) throws VectorCompilerException;
  }

  static Artifacts of(
      Model model, EmitOptions options, Diagnostics diagnostics, Binaries binaries) {
    List<GeneratedClass> classes = Compiler.compile(model, options, diagnostics);
    try {
      return new Artifacts(sources(classes), classFiles(classes, binaries), Optional.empty());
    } catch (VectorCompilerException e) {
      List<GeneratedClass> plain = Compiler.compile(model, options.withoutVectors(), diagnostics);
      return new Artifacts(sources(plain), Map.of(), Optional.of(e.getMessage()));
    }
  }

  /** Compiles a model to sources alone, some of which need the vector module. */
  public static Artifacts ofSources(Model model, EmitOptions options, Diagnostics diagnostics) {
    List<JavaFile> sources =
        Compiler.compile(model, options, diagnostics).stream().map(GeneratedClass::source).toList();
    return new Artifacts(sources, Map.of(), Optional.empty());
  }

  private static List<JavaFile> sources(List<GeneratedClass> classes) {
    return classes.stream()
        .filter(each -> !each.needsVectorModule())
        .map(GeneratedClass::source)
        .toList();
  }

  private static Map<String, byte[]> classFiles(List<GeneratedClass> classes, Binaries binaries)
      throws VectorCompilerException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (GeneratedClass each : classes) {
      if (each.needsVectorModule()) {
        sources.add(each.source().toJavaFileObject());
      }
    }
    return sources.isEmpty() ? Map.of() : binaries.compile(sources);
  }
}
