package dev.nutshell.shipping.service;

import dev.nutshell.inference.Weights;
import dev.nutshell.shipping.clothes.LeNetNet;
import dev.nutshell.training.WeightsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Two weight files of the network: the shipped one, and one with other numbers. */
final class WeightFiles {
  /** As a resource it is inside another module. */
  private static final Path SHIPPED =
      Path.of("../clothes/src/main/resources/dev/nutshell/shipping/clothes", "le_net.safetensors");

  private WeightFiles() {}

  static byte[] shipped() throws IOException {
    return Files.readAllBytes(SHIPPED);
  }

  /** All numbers are three quarters of the shipped ones. */
  static byte[] other(Path folder) throws IOException {
    Weights shipped = Weights.load(new ByteArrayInputStream(shipped()), LeNetNet.SPEC);
    float[] numbers = Arrays.copyOf(shipped.floats(), LeNetNet.SPEC.size());
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= 0.75f;
    }
    Path file = folder.resolve("other.safetensors");
    WeightsWriter.write(Weights.of(LeNetNet.SPEC, numbers), file);
    return Files.readAllBytes(file);
  }
}
