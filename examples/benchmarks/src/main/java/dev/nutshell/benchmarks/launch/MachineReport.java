package dev.nutshell.benchmarks.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the numbers were measured on. */
final class MachineReport {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private MachineReport() {}

  /** Prints processor, Java and options. */
  static void print(PrintStream out, JavaProcess java) throws IOException {
    out.println(
        "processor: " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    out.println(
        "Java: "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    out.println("options: java " + String.join(" ", java.options()));
  }

  private static String processor() throws IOException {
    if (!Files.exists(CPU_INFO)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }
}
