package dev.nutshell.shipping.service;

import dev.nutshell.inference.Weights;
import dev.nutshell.shipping.clothes.Clothes;
import dev.nutshell.shipping.clothes.LeNetNet;
import dev.nutshell.training.WeightsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Two weight files of the network: the shipped one, and one with other numbers. */
final class WeightFiles {
  private WeightFiles() {}

  static byte[] shipped() throws IOException {
    try (InputStream in = Clothes.class.getResourceAsStream("le_net.safetensors")) {
      return in.readAllBytes();
    }
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
