package dev.nutshell.processor.reference;

import dev.nutshell.processor.cli.JsonResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Collects how the cases of the fixtures come out, and writes {@code target/reference-cases.csv}
 * when the last test has ended: a line for each case with the element that came nearest to its
 * tolerance, over all ways in which the case was computed. {@code max_error} is how far that
 * element was from its reference, {@code tolerance} how far it could have been.
 *
 * <p>The cases of runtime's own tests are taken over from the file of the same form that these
 * leave; they are listed as not run where it is not there.
 */
final class ReferenceReport implements AutoCloseable {
  private static final String HEADER = "file,case,status,max_error,tolerance,reason";
  private static final Path FILE = Path.of("target", "reference-cases.csv");
  private static final Path OF_RUNTIME = Path.of("..", "runtime").resolve(FILE);
  private static final Path RESOURCES_OF_RUNTIME =
      Path.of("..", "runtime", "src", "test", "resources", "dev", "nutshell", "training");
  private static final List<String> FIXTURES_OF_RUNTIME =
      List.of(
          "initializer/initializers",
          "optimizer/optimizers",
          "optimizer/keras_optimizers",
          "schedule/schedules");

  /** What is known of each case that was tried, by {@code file,case}. */
  private final Map<String, Result> results = new LinkedHashMap<>();

  /** The outcome of a case; deviations of all ways in which it was computed. */
  private record Result(Deviations deviations, boolean passed) {}

  /** Gives a test the one report of the run, which is written when the run ends. */
  static final class Provider implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ReferenceReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(ReferenceReport.class))
          .computeIfAbsent(
              ReferenceReport.class, key -> new ReferenceReport(), ReferenceReport.class);
    }
  }

  /** Computes a case in one way. What {@code body} compares and throws is the outcome. */
  void run(String file, String id, Consumer<Deviations> body) {
    Deviations deviations = new Deviations();
    boolean passed = false;
    try {
      body.accept(deviations);
      passed = true;
    } finally {
      record(file + "," + id, new Result(deviations, passed));
    }
  }

  private synchronized void record(String key, Result result) {
    results.merge(
        key,
        result,
        (a, b) -> new Result(a.deviations().and(b.deviations()), a.passed() && b.passed()));
  }

  @Override
  public void close() throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String file : ReferenceCatalog.files()) {
      for (String id : ReferenceCatalog.ids(file)) {
        lines.add(line(file + "," + id));
      }
    }
    lines.addAll(ofRuntime(OF_RUNTIME));
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, lines);
  }

  private String line(String key) {
    String reason = ReferenceCatalog.INAPPLICABLE.get(key);
    if (reason != null) {
      return "%s,inapplicable,,,\"%s\"".formatted(key, reason);
    }
    Result result = results.get(key);
    if (result == null) {
      return key + ",not run,,,";
    }
    return String.format(
        Locale.ROOT,
        "%s,%s,%.3e,%.3e,",
        key,
        result.passed() ? "passed" : "failed",
        result.deviations().error(),
        result.deviations().allowed());
  }

  /**
   * A line for each case of the runtime's fixtures: what its tests left in that table, or that they
   * have not run.
   */
  static List<String> ofRuntime(Path table) throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
      String[] columns = line.split(",", 3);
      known.put(columns[0] + "," + columns[1], line);
    }
    List<String> lines = new ArrayList<>();
    for (String fixture : FIXTURES_OF_RUNTIME) {
      Path file = RESOURCES_OF_RUNTIME.resolve(fixture + ".json");
      String name = file.getFileName().toString().replace(".json", "");
      Map<?, ?> index = (Map<?, ?>) JsonResource.parse(Files.readAllBytes(file));
      for (Object each : (List<?>) index.get("cases")) {
        String key = name + "," + ((Map<?, ?>) each).get("id");
        lines.add(known.getOrDefault(key, key + ",not run,,,\"a case of runtime's own tests\""));
      }
    }
    return lines;
  }
}
