package dev.nutshell.benchmarks.report;

/**
 * One line of the results: a workload beside one peer.
 *
 * @param workload its name
 * @param batch samples of one call
 * @param peer the other library
 * @param jdk the version of Java
 * @param ratio the peer's time divided by Nutshell's, or null if the peer was not measured
 * @param nutshellNs Nutshell's time for one call
 * @param peerNs the peer's time for one call, or null
 * @param bytesPerOp what Nutshell allocates for each call
 * @param maxDiff the largest difference of the results, relative to the largest result or 1, or
 *     null
 * @param note why the peer was not measured, or null
 */
public record Row(
    String workload,
    int batch,
    String peer,
    String jdk,
    Double ratio,
    double nutshellNs,
    Double peerNs,
    double bytesPerOp,
    Double maxDiff,
    String note) {

  /** Whether two rows are measurements of the same. */
  public boolean replaces(Row other) {
    return workload.equals(other.workload)
        && batch == other.batch
        && peer.equals(other.peer)
        && jdk.equals(other.jdk);
  }
}
