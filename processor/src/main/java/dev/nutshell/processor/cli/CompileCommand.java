package dev.nutshell.processor.cli;

import com.palantir.javapoet.JavaFile;
import dev.nutshell.processor.Compiler;
import dev.nutshell.processor.Version;
import dev.nutshell.processor.emit.EmitOptions;
import dev.nutshell.processor.graph.Fingerprint;
import dev.nutshell.processor.graph.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw new ParameterException(
          spec.commandLine(), "--package: " + packageName + " is no name of a package");
    }
    SourceFile file = SourceFile.read(path);
    List<JavaFile> classes = new ArrayList<>();
    List<Model> models = file.models();
    for (Model model : models) {
      if (!file.diagnostics().hasErrors()) {
        classes.addAll(Compiler.compile(model, options(model), file.diagnostics()));
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
    classes.forEach(this::write);
    return ExitCode.OK;
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

  private void write(JavaFile file) {
    try {
      file.writeTo(folder);
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
