package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.Protocol;
import dev.nutshell.benchmarks.peer.Peers;
import dev.nutshell.benchmarks.report.RowFile;
import dev.nutshell.benchmarks.workload.Workloads;
import java.io.IOException;
import java.nio.file.Path;

/** The main class of a process that measures one workload, so that profiles do not mix. */
public final class Worker {

  private Worker() {}

  /**
   * Measures.
   *
   * @param args the name of the workload, {@code quick} or {@code full}, the peers' names separated
   *     by commas, and the file that takes the rows
   */
  public static void main(String[] args) throws IOException {
    Protocol protocol = args[1].equals("quick") ? Protocol.quick() : Protocol.full();
    RowFile.write(
        Path.of(args[3]),
        Measurement.rows(Workloads.named(args[0]), Peers.named(args[2]), protocol));
    // Some peers leave threads behind that are no daemons.
    System.exit(0);
  }
}
