package dev.nutshell.processor.cli;

import com.palantir.javapoet.JavaFile;
import dev.nutshell.processor.Artifacts;
import dev.nutshell.processor.Version;
import dev.nutshell.processor.diagnostic.Diagnostics;
import dev.nutshell.processor.emit.member.EmitOptions;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the Java sources of every model of a file. */
@Command(
    name = "compile",
    description = "Write the Java classes of a network.",
    mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file of the language (.dl).")
  private Path path;

  @Option(
      names = "-d",
      required = true,
      paramLabel = "DIR",
      description = "The source folder to write to.")
  private Path folder;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The package of the classes; the unnamed one when left out.")
  private String packageName = "";

  @Option(
      names = "--vectors",
      defaultValue = "classes",
      paramLabel = "KIND",
      description = {
        "The classes that work with jdk.incubator.vector as ${COMPLETION-CANDIDATES}.",
        "classes: class files beside the sources, to be put on the class path; default.",
        "sources: Java that is compiled with --add-modules jdk.incubator.vector.",
        "none: plain loops alone."
      })
  private Vectors vectors;

  @Option(
      names = "--explain",
      description = "Tell what each kernel computes, and in which form and blocks.")
  private boolean explain;

  /** In which form the classes come that need the vector module. */
  enum Vectors {
    classes,
    sources,
    none
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw new ParameterException(
          spec.commandLine(), "--package: " + packageName + " is no name of a package");
    }
    SourceFile file = SourceFile.read(path);
    List<Artifacts> compiled = new ArrayList<>();
    List<Model> models = file.models();
    for (Model model : models) {
      if (!file.diagnostics().hasErrors()) {
        compiled.add(compile(model, file.diagnostics()));
      }
    }
    file.print(spec.commandLine().getErr());
    if (file.diagnostics().hasErrors()) {
      return ExitCode.SOFTWARE;
    }
    if (models.isEmpty()) {
      throw new CommandFailure(path + ": no model");
    }
    createFolder();
    compiled.forEach(this::write);
    if (explain) {
      models.forEach(model -> Explanation.print(model, spec.commandLine().getOut()));
    }
    return ExitCode.OK;
  }

  private Artifacts compile(Model model, Diagnostics diagnostics) {
    EmitOptions options = options(model);
    return switch (vectors) {
      case classes -> Artifacts.of(model, options, diagnostics);
      case sources -> Artifacts.ofSources(model, options, diagnostics);
      case none -> Artifacts.of(model, options.withoutVectors(), diagnostics);
    };
  }

  private EmitOptions options(Model model) {
    return EmitOptions.of(packageName, model.name(), Fingerprint.of(model), Version.current());
  }

  private void createFolder() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailure(folder + ": not a folder");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be created: " + e.getMessage(), e);
    }
  }

  private void write(Artifacts artifacts) {
    artifacts
        .obstacle()
        .ifPresent(
            reason ->
                spec.commandLine()
                    .getErr()
                    .println("no vector classes, which cannot be compiled here: " + reason));
    try {
      for (JavaFile file : artifacts.sources()) {
        file.writeTo(folder);
      }
      for (Map.Entry<String, byte[]> each : artifacts.classFiles().entrySet()) {
        Path path = folder.resolve(each.getKey().replace('.', '/') + ".class");
        Files.createDirectories(path.getParent());
        Files.write(path, each.getValue());
        spec.commandLine().getOut().println(path + ": goes on the class path as it is");
      }
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
