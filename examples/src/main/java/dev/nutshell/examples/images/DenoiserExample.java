package dev.nutshell.examples.images;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.GaussianNoise;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A denoising autoencoder, which writes a picture of what it restores. */
public final class DenoiserExample {
  private static final Path WEIGHTS = Path.of("target", "denoiser.safetensors");
  private static final Path PICTURE = Path.of("target", "denoised.png");
  private static final double NOISE = 0.4;
  private static final int SIDE = 28;
  private static final int PIXELS = SIDE * SIDE;
  private static final int SHOWN = 10;

  private DenoiserExample() {}

  /** Arguments: a folder with the files of MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    double error = error(folder, arguments.number(1, 1), arguments.number(2, 2));
    System.out.printf(Locale.ROOT, "mean squared error of restored images: %.4f%n", error);
    Files.createDirectories(PICTURE.getParent());
    ImageIO.write(
        picture(DenoiserNet.load(WEIGHTS), clean(ImageFiles.test(folder))),
        "png",
        PICTURE.toFile());
    System.out.println("clean, noisy and restored images: " + PICTURE);
  }

  /** Trains, saves the weights, and gives the error on the test images, with noise of their own. */
  static double error(Path folder, long seed, int epochs) throws IOException {
    try (DenoiserTraining training = new DenoiserTraining(new TrainingOptions(64, 2, seed))) {
      training.optimizer(Optimizer.adam(3e-3));
      training.fit(noisyInEachEpoch(clean(ImageFiles.train(folder))), FitOptions.epochs(epochs));
      training.save(WEIGHTS);
      Column clean = clean(ImageFiles.test(folder));
      Dataset test = Dataset.of("noisy", noisy(clean)).with("clean", clean);
      return training.evaluate(test).get("mean_squared_error");
    }
  }

  /** Grey values from 0 to 1. */
  private static Column clean(Dataset images) {
    return images.column("image").map(grey -> grey / 255);
  }

  /** In each epoch of training the inputs have other noise; an evaluation would see none. */
  private static Dataset noisyInEachEpoch(Column clean) {
    return Pipeline.of(Dataset.of("noisy", clean).with("clean", clean))
        .augment(new GaussianNoise(NOISE), "noisy");
  }

  /** The same noise every time, to test with. */
  private static Column noisy(Column clean) {
    SplittableRandom random = new SplittableRandom(1);
    return clean.map(grey -> grey + NOISE * random.nextGaussian());
  }

  /** Three rows: images, the same with noise, and what the network makes of these. */
  private static BufferedImage picture(DenoiserNet network, Column clean) {
    Column noisy = noisy(clean);
    BufferedImage picture = new BufferedImage(SHOWN * SIDE, 3 * SIDE, BufferedImage.TYPE_BYTE_GRAY);
    float[] image = new float[PIXELS];
    float[] restored = new float[PIXELS];
    for (int i = 0; i < SHOWN; i++) {
      System.arraycopy(clean.floats(), i * PIXELS, image, 0, PIXELS);
      draw(picture, i, 0, image);
      System.arraycopy(noisy.floats(), i * PIXELS, image, 0, PIXELS);
      draw(picture, i, 1, image);
      network.predict(image, restored);
      draw(picture, i, 2, restored);
    }
    return picture;
  }

  private static void draw(BufferedImage picture, int column, int row, float[] image) {
    for (int p = 0; p < PIXELS; p++) {
      int grey = Math.round(255 * Math.min(Math.max(image[p], 0), 1));
      picture.getRaster().setSample(column * SIDE + p % SIDE, row * SIDE + p / SIDE, 0, grey);
    }
  }
}
