package dev.nutshell.benchmarks.launch;

import dev.nutshell.benchmarks.peer.Peers;
import dev.nutshell.benchmarks.report.ResultTable;
import dev.nutshell.benchmarks.report.Row;
import dev.nutshell.benchmarks.report.RowFile;
import dev.nutshell.benchmarks.report.RowSummary;
import dev.nutshell.benchmarks.worker.Worker;
import dev.nutshell.benchmarks.workload.Workload;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Measures every workload beside its peers, each in fresh processes, and prints the table. */
public class CompareCommand implements Callable<Integer> {
  private static final Path RESULTS = Path.of("target", "results.json");

  @Option(names = "--quick", description = "a short run, to see that everything works")
  boolean quick;

  @Option(names = "--only", paramLabel = "WORKLOAD", description = "workloads of this name alone")
  String only = "";

  @Option(names = "--no-vector", description = "without the vector module")
  boolean noVector;

  @Option(names = "--processes", paramLabel = "N", description = "fresh processes of a workload")
  Integer processes;

  @Option(names = "--peers", paramLabel = "NAMES", description = "separated by commas")
  String peers = Peers.allNames();

  private final List<String> faults = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    JavaProcess java = new JavaProcess(!noVector);
    ResultTable table = new ResultTable(System.out);
    MachineReport.print(System.out, java);
    table.header();
    for (Workload workload : Workloads.matching(only)) {
      List<RowSummary> summaries = measure(java, workload);
      summaries.forEach(summary -> table.line(summary, workload.bar()));
      summaries.stream().map(RowSummary::row).filter(row -> row.bytesPerOp() > 0).findFirst()
          .ifPresent(row -> faults.add(workload.id() + " allocates " + row.bytesPerOp() + " B a call"));
      RowFile.merge(RESULTS, summaries.stream().map(RowSummary::row).toList());
    }
    System.out.println("results: " + RESULTS.toAbsolutePath());
    faults.forEach(fault -> System.out.println("FAULT: " + fault));
    return faults.isEmpty() ? 0 : 1;
  }

  private List<RowSummary> measure(JavaProcess java, Workload workload)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("rows", ".json");
    Map<String, List<Row>> rowsByPeer = new LinkedHashMap<>();
    int count = processes != null ? processes : quick ? 1 : 5;
    for (int process = 0; process < count; process++) {
      int exit =
          java.run(Worker.class.getName(), workload.id(), quick ? "quick" : "full", peers, file.toString());
      if (exit != 0) {
        faults.add(workload.id() + " ended with exit code " + exit);
        break;
      }
      for (Row row : RowFile.read(file)) {
        rowsByPeer.computeIfAbsent(row.peer(), peer -> new ArrayList<>()).add(row);
      }
    }
    Files.delete(file);
    return rowsByPeer.values().stream().map(RowSummary::of).toList();
  }
}
