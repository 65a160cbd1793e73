package dev.nutshell.processor.cli;

/** Ends a command with status 1; the message is all that its user sees. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Exception cause) {
    super(message, cause);
  }
}
