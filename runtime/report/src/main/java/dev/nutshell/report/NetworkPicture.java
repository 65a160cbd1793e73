package dev.nutshell.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The picture that the compiler has drawn of a network, a resource beside the class that trains it.
 * No module hides what lies in {@code META-INF}.
 */
final class NetworkPicture {
  private static final String FOLDER = "/META-INF/nutshell/";

  private NetworkPicture() {}

  /**
   * The picture as SVG.
   *
   * @param training the generated class
   * @return empty if the class was generated without a picture, or came without its resources
   */
  static Optional<byte[]> of(Class<?> training) throws IOException {
    try (InputStream in = training.getResourceAsStream(FOLDER + training.getName() + ".svg")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
