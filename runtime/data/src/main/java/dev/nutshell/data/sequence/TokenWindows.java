package dev.nutshell.data.sequence;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import dev.nutshell.data.SampleReader;
import dev.nutshell.inference.Element;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Windows of a long text, for language models: sample i is the tokens from {@code i * stride} on,
 * and as target the same one token further. Nothing is copied until it is read.
 */
public final class TokenWindows implements Dataset {

  private final int[] tokens;
  private final Field input;
  private final Field target;
  private final int stride;
  private final int size;

  /**
   * Windows of tokens.
   *
   * @param tokens the text, kept and not copied
   * @param length tokens of a window, at least 1
   * @param stride tokens from the beginning of a window to that of the next, at least 1; windows
   *     overlap where it is below the length
   * @param input what a network calls the tokens
   * @param target what it calls the tokens that follow
   * @throws IllegalArgumentException if the numbers do not fit or the text has no window
   */
  public TokenWindows(int[] tokens, int length, int stride, String input, String target) {
    if (stride < 1) {
      throw new IllegalArgumentException("stride: 1 or more expected, " + stride + " found");
    }
    this.input = new Field(input, Element.INT, length);
    this.target = new Field(target, Element.INT, length);
    if (tokens.length <= length) {
      throw new IllegalArgumentException(
          "a window of "
              + length
              + " tokens and the next expected, "
              + tokens.length
              + " tokens found");
    }
    this.tokens = tokens;
    this.stride = stride;
    this.size = (tokens.length - 1 - length) / stride + 1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Field> fields() {
    return List.of(input, target);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    return new Reader(batch.get(input.name()), batch.get(target.name()));
  }

  /** Copies windows. */
  private final class Reader extends SampleReader {

    /** The columns of the batch; null for what is not read. */
    private final Column inputs;

    private final Column targets;
    private final int[] window = new int[input.width()];
    private final Column windowRow = Column.of(input.width(), window);

    Reader(Column inputs, Column targets) {
      this.inputs = inputs;
      this.targets = targets;
    }

    @Override
    protected void readSample(int sample, int row) {
      int first = Objects.checkIndex(sample, size) * stride;
      copy(first, inputs, row);
      copy(first + 1, targets, row);
    }

    private void copy(int first, Column to, int row) {
      if (to != null) {
        System.arraycopy(tokens, first, window, 0, window.length);
        windowRow.copyRow(0, to, row);
      }
    }
  }
}
