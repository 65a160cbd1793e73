package dev.nutshell.processor.cli;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.processor.diagnostic.Suggestion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the documentation of the standard library. */
@Command(
    name = "library",
    description = "Show what the layers and functions of the library compute and take.",
    mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Layers and functions; all of them, as a page in Markdown, when left out.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Declaration> entries = LibraryPage.entries();
    names.forEach(name -> requireEntry(name, entries));
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      out.print(LibraryPage.text());
    } else {
      List<String> texts = names.stream().map(entries::get).map(LibraryPage::entry).toList();
      out.print(String.join("\n", texts));
    }
    return ExitCode.OK;
  }

  private static void requireEntry(String name, Map<String, Declaration> entries) {
    if (!entries.containsKey(name)) {
      String hint =
          Suggestion.closest(name, entries.keySet())
              .map(closest -> "; did you mean '" + closest + "'?")
              .orElse("");
      throw new CommandFailure("the library has no '" + name + "'" + hint);
    }
  }
}
