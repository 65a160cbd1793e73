package dev.nutshell.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of this compiler, which generated classes carry. */
public final class Version {
  private Version() {}

  /** As the build names it. */
  public static String current() {
    try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
      byte[] text = Objects.requireNonNull(stream, "version.txt").readAllBytes();
      return new String(text, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
