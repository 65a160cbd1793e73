package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import java.util.Map;

/** A data set whose readers read ahead. */
final class PrefetchedDataset extends ForwardingDataset {

  private final int batches;

  PrefetchedDataset(Dataset source, int batches) {
    super(source);
    if (batches < 1) {
      throw new IllegalArgumentException("batches: 1 or more expected, " + batches + " found");
    }
    this.batches = batches;
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return batch.isEmpty() ? source().reader(batch) : new PrefetchReader(source(), batch, batches);
  }
}
