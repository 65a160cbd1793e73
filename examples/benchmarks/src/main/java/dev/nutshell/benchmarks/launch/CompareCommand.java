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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures every workload beside its peers, each in fresh processes, and prints the table. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Measures Nutshell beside other libraries.",
    subcommands = {
      LatencyCommand.class,
      ColdStartCommand.class,
      ThreadsCommand.class,
      ExportCommand.class
    })
public final class CompareCommand implements Callable<Integer> {
  private static final Path RESULTS = Path.of("target", "results.json");
  private static final Path RESULTS_WITHOUT_VECTOR = Path.of("target", "results-no-vector.json");
  private static final int PROCESSES = 5;

  @Mixin private CommonOptions common;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "fresh processes of each workload, of which the median counts")
  private Integer processes;

  @Option(names = "--peers", paramLabel = "NAMES", description = "separated by commas")
  private String peers = Peers.allNames();

  private final List<String> faults = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Workload> workloads = common.chosen(Workloads.all());
    JavaProcess java = common.java();
    ResultTable table = new ResultTable(System.out);
    Path results = java.vector() ? RESULTS : RESULTS_WITHOUT_VECTOR;
    MachineReport.print(System.out, java);
    table.header();
    for (Workload workload : workloads) {
      List<RowSummary> summaries = measure(java, workload);
      summaries.forEach(summary -> table.line(summary, workload.bar()));
      checkAllocation(workload, summaries);
      RowFile.merge(results, summaries.stream().map(RowSummary::row).toList());
    }
    System.out.println("results: " + results);
    faults.forEach(fault -> System.out.println("FAULT: " + fault));
    return faults.isEmpty() ? 0 : 1;
  }

  private List<RowSummary> measure(JavaProcess java, Workload workload)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("rows", ".json");
    Map<String, List<Row>> rowsByPeer = new LinkedHashMap<>();
    for (int process = 0; process < processCount(); process++) {
      String protocol = common.quick ? "quick" : "full";
      String worker = Worker.class.getName();
      int exit = java.run(worker, workload.id(), protocol, peers, file.toString());
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

  private int processCount() {
    if (processes != null) {
      return processes;
    }
    return common.quick ? 1 : PROCESSES;
  }

  private void checkAllocation(Workload workload, List<RowSummary> summaries) {
    double bytes = summaries.stream().mapToDouble(s -> s.row().bytesPerOp()).max().orElse(0);
    if (bytes > 0) {
      faults.add(workload.id() + " allocates " + bytes + " bytes a call");
    }
  }
}
