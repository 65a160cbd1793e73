package dev.nutshell.training;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.inference.EntrySpec;
import dev.nutshell.inference.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a data set, matched with the inputs and targets of a network. */
final class Feed {

  private final Dataset data;
  private final List<TensorSpec> tensors;
  private final Column[] columns;

  /**
   * Looks every input and target up.
   *
   * @throws IllegalArgumentException listing every column that is missing or of another width
   */
  Feed(Dataset data, EntrySpec entry) {
    this.data = data;
    this.tensors = Stream.concat(entry.inputs().stream(), entry.targets().stream()).toList();
    this.columns = new Column[tensors.size()];
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      TensorSpec tensor = tensors.get(i);
      if (!data.names().contains(tensor.name())) {
        problems.add("no column " + tensor.name());
        continue;
      }
      columns[i] = data.column(tensor.name());
      if (columns[i].width() != tensor.size()) {
        problems.add(
            "column "
                + tensor
                + " needs rows of "
                + tensor.size()
                + ", found "
                + columns[i].width());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("data set: " + String.join("; ", problems));
    }
  }

  Dataset data() {
    return data;
  }

  /** Copies a sample into a row of each input and target. */
  void load(int sample, Column[] inputs, int slot) {
    int row = data.row(sample);
    for (int i = 0; i < columns.length; i++) {
      try {
        columns[i].copyRow(row, inputs[i], slot);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "column " + tensors.get(i).name() + ", row " + row + ": " + e.getMessage(), e);
      }
    }
  }
}
