package dev.nutshell.inference;

import java.util.Objects;

/**
 * The identity of a loaded network, for logs and for reproducing a score later.
 *
 * @param spec what the network is
 * @param weightDigest SHA-256 of its weights, in hex, as by {@link Weights#digest()}
 */
public record ModelInfo(ModelSpec spec, String weightDigest) {

  /** Checks that both are there. */
  public ModelInfo {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(weightDigest, "weightDigest");
  }

  /** The identity of a network with these weights. */
  public static ModelInfo of(Weights weights) {
    return new ModelInfo(weights.spec(), weights.digest());
  }

  /** The name of the network. */
  public String name() {
    return spec.name();
  }

  /** Hex digest of the checked graph. */
  public String fingerprint() {
    return spec.fingerprint();
  }

  /** The version of the compiler that generated the class. */
  public String libraryVersion() {
    return spec.libraryVersion();
  }

  /** One line for a log. */
  @Override
  public String toString() {
    return name()
        + " fingerprint "
        + fingerprint()
        + " weights "
        + weightDigest
        + " compiler "
        + libraryVersion();
  }
}
