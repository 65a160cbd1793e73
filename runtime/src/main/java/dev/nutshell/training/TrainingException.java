package dev.nutshell.training;

/** A training that cannot go on, such as one whose loss is no number any more. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  TrainingException(String message) {
    super(message);
  }
}
