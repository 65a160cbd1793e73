package dev.nutshell.data.pipeline;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import java.util.List;

/** A data set that reads the samples of another one in its own way: the same samples and fields. */
abstract class ForwardingDataset implements Dataset {

  private final Dataset source;

  ForwardingDataset(Dataset source) {
    this.source = source;
  }

  /** What is read. */
  final Dataset source() {
    return source;
  }

  @Override
  public final int size() {
    return source.size();
  }

  @Override
  public final List<Field> fields() {
    return source.fields();
  }

  @Override
  public final int original(int sample) {
    return source.original(sample);
  }

  @Override
  public Column column(String name) {
    return source.column(name);
  }
}
