package dev.nutshell.processor.emit.binary;

/** The JDK at work cannot compile vector classes; the message says why. */
public final class VectorCompilerException extends Exception {
  private static final long serialVersionUID = 1;

  /** The reason, as a part of a sentence. */
  public VectorCompilerException(String message) {
    super(message);
  }
}
