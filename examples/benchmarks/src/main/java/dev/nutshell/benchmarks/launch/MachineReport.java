package dev.nutshell.benchmarks.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the numbers were measured on. */
final class MachineReport {
  /** Named only: it is compiled with the vector module, which this class does without. */
  private static final String CORE_PEAK = "dev.nutshell.benchmarks.measure.vector.CorePeak";

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private MachineReport() {}

  /** Prints processor, Java and options, and what the core can do at most. */
  static void print(PrintStream out, JavaProcess java) throws IOException, InterruptedException {
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
    if (!java.vector()) {
      out.println("peak of one core: not measured without the vector module");
    } else if (java.run(CORE_PEAK) != 0) {
      out.println("peak of one core: could not be measured");
    }
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
