package dev.nutshell.benchmarks.worker;

import dev.nutshell.benchmarks.peer.Peer;
import dev.nutshell.benchmarks.peer.Side;

/** A task that Nutshell and its peers have in common. */
interface Contest {

  /** Nutshell, ready for the task; the same object each time. */
  Side nutshell();

  /** A peer, ready for the task. */
  Side open(Peer peer) throws Exception;

  /**
   * Compares what a peer computes with what Nutshell computes.
   *
   * @return the largest difference, relative to the largest number or 1
   * @throws IllegalStateException if it is too large for rounding
   */
  double difference(String peer, Side side);
}
