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
   * @param file what it is called, in the message
   * @param model the name of the network it was read for
   * @param differences everything that is wrong with it, at least one
   */
  WeightFileException(String file, String model, List<String> differences) {
    super(message(file, model, differences));
    this.differences = List.copyOf(differences);
  }

  /** Everything that is wrong with the file; the message shows the first twenty. */
  public List<String> differences() {
    return differences;
  }

  private static String message(String file, String model, List<String> differences) {
    StringBuilder text = new StringBuilder();
    text.append(file).append(" is no weight file of model ").append(model).append(':');
    for (String difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
      text.append("\n  ").append(difference);
    }
    if (differences.size() > SHOWN) {
      text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
