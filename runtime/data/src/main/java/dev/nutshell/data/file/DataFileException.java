package dev.nutshell.data.file;

import java.io.IOException;

/** A data file that is not in the format it was read as; the message says where and why. */
public final class DataFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public DataFileException(String message) {
    super(message);
  }
}
