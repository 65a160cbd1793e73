package dev.nutshell.processor.frontend;

/**
 * Leaves the elaboration of one statement after an error has been reported. Caught at the
 * statement; never seen outside the front end.
 */
final class Abort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Abort() {
    super(null, null, false, false);
  }
}
