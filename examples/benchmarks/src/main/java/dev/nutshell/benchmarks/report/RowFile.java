package dev.nutshell.benchmarks.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows as a file: a JSON array of objects, whose names are in lower case with underscores. */
public final class RowFile {
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .serializeNulls()
          .setPrettyPrinting()
          .create();

  private RowFile() {}

  /** Reads all rows; none if there is no file. */
  public static List<Row> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      Row[] rows = GSON.fromJson(reader, Row[].class);
      return rows == null ? List.of() : List.of(rows);
    }
  }

  /** Writes rows in place of whatever was there. */
  public static void write(Path file, List<Row> rows) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      GSON.toJson(rows, writer);
    }
  }

  /** Adds rows to a file; earlier rows of the same measurement give way, others stay. */
  public static void merge(Path file, List<Row> rows) throws IOException {
    List<Row> merged = new ArrayList<>(read(file));
    merged.removeIf(old -> rows.stream().anyMatch(row -> row.replaces(old)));
    merged.addAll(rows);
    write(file, merged);
  }
}
