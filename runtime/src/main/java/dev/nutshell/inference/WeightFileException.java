package dev.nutshell.inference;

import java.io.IOException;
import java.util.List;

/** A weight file that was refused: damaged, or made for another network. */
public final class WeightFileException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  /** Serializable by construction: an immutable list of strings. */
  @SuppressWarnings("serial")
  private final List<String> differences;

  /**
   * The refusal of one file.
   *
   * @param headline which file is refused, and as what
   * @param differences everything that is wrong with it, at least one
   */
  WeightFileException(String headline, List<String> differences) {
    super(message(headline, differences));
    this.differences = List.copyOf(differences);
  }

  /** Everything that is wrong with the file; the message shows the first twenty. */
  public List<String> differences() {
    return differences;
  }

  private static String message(String headline, List<String> differences) {
    StringBuilder text = new StringBuilder(headline).append(':');
    for (String difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
      text.append("\n  ").append(difference);
    }
    if (differences.size() > SHOWN) {
      text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
