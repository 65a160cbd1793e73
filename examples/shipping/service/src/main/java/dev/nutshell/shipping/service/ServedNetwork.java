package dev.nutshell.shipping.service;

import dev.nutshell.inference.Weights;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The network that answers at the moment. All threads share its weights; what a prediction works in
 * comes from the network's own pool of sessions.
 */
final class ServedNetwork {
  private final ReentrantLock replacing = new ReentrantLock();
  private volatile LeNetNet current;

  ServedNetwork(LeNetNet first) {
    current = first;
  }

  /**
   * The network as it is now. Who has begun a request with it ends it with it, whatever comes
   * after; when the last one has, the collector takes its weights.
   */
  LeNetNet current() {
    return current;
  }

  /**
   * Takes the weights of a file for all requests that begin from now on.
   *
   * @param sha256 the digest that the file must have, in hex, or null
   * @return the network with the new weights
   * @throws IOException if the file is damaged or of another network; the old weights stay
   */
  LeNetNet replace(byte[] file, String sha256) throws IOException {
    // One at a time, so that there are never more than two sets of weights.
    replacing.lock();
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(file);
      LeNetNet next =
          new LeNetNet(
              sha256 == null
                  ? Weights.load(in, LeNetNet.SPEC)
                  : Weights.load(in, LeNetNet.SPEC, sha256));
      current = next;
      return next;
    } finally {
      replacing.unlock();
    }
  }
}
