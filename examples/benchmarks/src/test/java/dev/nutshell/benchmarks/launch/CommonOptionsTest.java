package dev.nutshell.benchmarks.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutshell.benchmarks.workload.Workload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class CommonOptionsTest {

  private final StringWriter errors = new StringWriter();

  private int execute(String... arguments) {
    return new CommandLine(new CompareCommand()).setErr(new PrintWriter(errors)).execute(arguments);
  }

  private String firstLine() {
    return errors.toString().lines().findFirst().orElseThrow();
  }

  private static String refusal(String only, List<? extends Workload> workloads) {
    return "--only "
        + only
        + ": no workload has this in its name; there are "
        + workloads.stream().map(Workload::id).collect(Collectors.joining(", "));
  }

  @Test
  void unknownWorkloadsAreRefusedWithTheNamesThatThereAre() {
    assertEquals(ExitCode.USAGE, execute("--only", "nothing"));
    assertEquals(refusal("nothing", Workloads.all()), firstLine());
  }

  @ParameterizedTest
  @ValueSource(strings = {"latency", "cold"})
  void whereSinglePredictionsAreMeasuredTrainingsAreRefused(String command) {
    String training = Workloads.trainings().get(0).id();
    assertEquals(ExitCode.USAGE, execute(command, "--only", training));
    assertEquals(refusal(training, Workloads.singlePredictions()), firstLine());
  }

  @Test
  void whereTrainingsAreMeasuredPredictionsAreRefused() {
    String prediction = Workloads.singlePredictions().get(0).id();
    assertEquals(ExitCode.USAGE, execute("threads", "--only", prediction));
    assertEquals(refusal(prediction, Workloads.trainings()), firstLine());
  }
}
