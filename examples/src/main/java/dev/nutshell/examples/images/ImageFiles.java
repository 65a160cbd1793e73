package dev.nutshell.examples.images;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.file.Idx;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The four files of MNIST, which Fashion-MNIST has as well: 28 × 28 grey pixels and ten classes.
 */
final class ImageFiles {
  /** 200 images of Fashion-MNIST to train on and 100 to test with. */
  static final String SAMPLE = "fashion-mnist-sample";

  private ImageFiles() {}

  /** What to train on: 60,000 samples in the whole data sets. */
  static Dataset train(Path folder) throws IOException {
    return samples(folder, "train");
  }

  /** What to test with: 10,000 samples in the whole data sets. */
  static Dataset test(Path folder) throws IOException {
    return samples(folder, "t10k");
  }

  private static Dataset samples(Path folder, String part) throws IOException {
    return Dataset.of("image", images(folder, part))
        .with("label", Idx.read(folder.resolve(part + "-labels-idx1-ubyte.gz")));
  }

  private static Column images(Path folder, String part) throws IOException {
    return Idx.read(folder.resolve(part + "-images-idx3-ubyte.gz"));
  }
}
