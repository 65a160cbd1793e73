package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.measure.CallCost;
import dev.nutshell.benchmarks.measure.InterleavedRounds;
import dev.nutshell.benchmarks.measure.Protocol;
import dev.nutshell.benchmarks.peer.Peer;
import dev.nutshell.benchmarks.peer.Side;
import dev.nutshell.benchmarks.report.Row;
import dev.nutshell.benchmarks.workload.InferenceWorkload;
import dev.nutshell.benchmarks.workload.TrainingWorkload;
import dev.nutshell.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** One workload beside all peers that can be had: first compared, then timed in turns. */
final class Measurement {

  /** A peer that agreed with Nutshell. */
  private record Agreed(String peer, Side side, double difference) {}

  /** A peer that could not be opened. */
  private record Missing(String peer, String reason) {}

  private final Workload workload;
  private final Contest contest;
  private final List<Agreed> agreed = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  private Measurement(Workload workload) {
    this.workload = workload;
    this.contest =
        workload instanceof InferenceWorkload inference
            ? new InferenceContest(inference)
            : new TrainingContest((TrainingWorkload) workload);
  }

  /**
   * Measures a workload.
   *
   * @throws IllegalStateException if a peer computes something else
   */
  static List<Row> rows(Workload workload, List<Peer> peers, Protocol protocol) {
    Measurement measurement = new Measurement(workload);
    peers.stream()
        .filter(peer -> peer.trains() || workload instanceof InferenceWorkload)
        .forEach(measurement::open);
    return measurement.measure(protocol);
  }

  private void open(Peer peer) {
    Side side;
    try {
      side = contest.open(peer);
    } catch (Exception | LinkageError e) {
      missing.add(new Missing(peer.name(), Unavailable.reason(e)));
      return;
    }
    agreed.add(new Agreed(peer.name(), side, contest.difference(peer.name(), side)));
  }

  private List<Row> measure(Protocol protocol) {
    List<Side> sides = new ArrayList<>();
    sides.add(contest.nutshell());
    agreed.forEach(peer -> sides.add(peer.side()));
    List<CallCost> costs = InterleavedRounds.measure(protocol, sides);
    sides.forEach(Side::close);
    CallCost own = costs.get(0);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < agreed.size(); i++) {
      Agreed peer = agreed.get(i);
      double peerNanos = costs.get(i + 1).nanos();
      double ratio = peerNanos / own.nanos();
      rows.add(row(peer.peer(), own, ratio, peerNanos, peer.difference(), null));
    }
    for (Missing peer : missing) {
      rows.add(row(peer.peer(), own, null, null, null, peer.reason()));
    }
    return rows;
  }

  private Row row(
      String peer, CallCost own, Double ratio, Double peerNanos, Double difference, String note) {
    return new Row(
        workload.title(),
        workload.batch(),
        peer,
        System.getProperty("java.version"),
        ratio,
        own.nanos(),
        peerNanos,
        own.bytes(),
        difference,
        note);
  }
}
