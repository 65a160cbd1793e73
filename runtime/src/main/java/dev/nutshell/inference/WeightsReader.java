package dev.nutshell.inference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

final class WeightsReader {
  private WeightsReader() {}

  static Weights read(Path file, ModelSpec spec, String sha256) throws IOException {
    throw new IOException("to come");
  }

  static Weights read(InputStream in, ModelSpec spec, String sha256) throws IOException {
    throw new IOException("to come");
  }
}
