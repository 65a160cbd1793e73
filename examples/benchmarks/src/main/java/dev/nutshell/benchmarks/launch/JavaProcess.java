package dev.nutshell.benchmarks.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fresh Java processes with the same class path as this one. */
public final class JavaProcess {
  private static final List<String> ALWAYS =
      List.of(
          "-Xms2g",
          "-Xmx2g",
          "-XX:+UseG1GC",
          "--enable-native-access=ALL-UNNAMED",
          // DJL: nothing from the net, and one thread.
          "-Dai.djl.offline=true",
          "-DDJL_CACHE_DIR=target/djl",
          "-Dai.djl.pytorch.num_threads=1",
          "-Dai.djl.pytorch.num_interop_threads=1");

  private final boolean vector;
  private final List<String> options;

  /**
   * Processes with or without the vector module.
   *
   * @param vector whether {@code jdk.incubator.vector} is there
   */
  public JavaProcess(boolean vector) {
    this.vector = vector;
    List<String> all = new ArrayList<>(ALWAYS);
    if (vector) {
      all.addAll(0, List.of("--add-modules", "jdk.incubator.vector"));
    }
    this.options = List.copyOf(all);
  }

  /** Whether the vector module is there. */
  public boolean vector() {
    return vector;
  }

  /** The options of the virtual machine. */
  public List<String> options() {
    return options;
  }

  /**
   * Runs a main class to its end; what it prints is printed.
   *
   * @return the exit code
   */
  public int run(String main, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(main);
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    // Not as an option: ONNX Runtime 1.29.0 crashes where the command line has 4,096 bytes or more.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    // For the native libraries of PyTorch and DL4J.
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    return builder.start().waitFor();
  }
}
