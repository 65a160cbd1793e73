package dev.nutshell.data.csv;

import dev.nutshell.data.file.DataFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rows of a table have in common. */
final class CsvHeader {

  private final String file;
  private final CsvFormat format;
  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * Names of columns.
   *
   * @throws DataFileException if two have the same
   */
  CsvHeader(String file, CsvFormat format, List<String> names) throws DataFileException {
    this.file = file;
    this.format = format;
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      if (indices.put(names.get(i), i) != null) {
        throw new DataFileException(file + ":1: second column " + names.get(i));
      }
    }
  }

  String file() {
    return file;
  }

  CsvFormat format() {
    return format;
  }

  List<String> names() {
    return names;
  }

  /** The place of a column. */
  int index(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          file + ": no column " + name + "; there are " + String.join(", ", names));
    }
    return index;
  }
}
