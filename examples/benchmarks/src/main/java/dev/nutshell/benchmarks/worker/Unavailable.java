package dev.nutshell.benchmarks.worker;

/** Why a peer has no numbers. */
final class Unavailable {

  private Unavailable() {}

  /** One line that says what went wrong when a peer was opened. */
  static String reason(Throwable failure) {
    if (failure instanceof UnsupportedOperationException) {
      return "cannot express it: " + failure.getMessage();
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return "cannot be had: " + cause.toString().lines().findFirst().orElse("");
  }
}
