package dev.nutshell.benchmarks.network;

/** A network as its {@code .dl} file says it, told to a peer. */
@FunctionalInterface
public interface Architecture {

  /**
   * Applies the network.
   *
   * @param layers the peer
   * @param input the input, the batch first
   * @param <T> what stands for a tensor
   * @return the output
   * @throws UnsupportedOperationException if the peer has no such layer
   */
  <T> T apply(Layers<T> layers, T input);
}
