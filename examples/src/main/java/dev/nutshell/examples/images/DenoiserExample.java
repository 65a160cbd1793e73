package dev.nutshell.examples.images;

import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.GaussianNoise;
import dev.nutshell.data.pipeline.Pipeline;
import dev.nutshell.examples.Arguments;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** A denoising autoencoder, which writes a picture of what it restores. */
public final class DenoiserExample {
  private static final Path WEIGHTS = Path.of("target", "denoiser.safetensors");
  private static final Path PICTURE = Path.of("target", "denoised.png");
  private static final double NOISE = 0.4;
  private static final int SHOWN = 10;

  private DenoiserExample() {}

  /** Arguments: a folder with the files of MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    double error = error(folder, arguments.number(1, 1), arguments.number(2, 2), WEIGHTS);
    System.out.printf(Locale.ROOT, "mean squared error of restored images: %.4f%n", error);
    picture(DenoiserNet.load(WEIGHTS), clean(ImageFiles.test(folder))).write(PICTURE);
    System.out.println("clean, noisy and restored images: " + PICTURE);
  }

  /** Trains, saves the weights, and gives the error on the test images, with noise of their own. */
  static double error(Path folder, long seed, int epochs, Path weights) throws IOException {
    try (DenoiserTraining training = new DenoiserTraining(new TrainingOptions(64, 2, seed))) {
      training.optimizer(Optimizer.adam(3e-3));
      training.fit(noisyInEachEpoch(clean(ImageFiles.train(folder))), FitOptions.epochs(epochs));
      training.save(weights);
      Column clean = clean(ImageFiles.test(folder));
      Dataset test = Dataset.of("noisy", noisy(clean)).with("clean", clean);
      return training.evaluate(test).get("mean_squared_error");
    }
  }

  /** Grey values from 0 to 1. */
  static Column clean(Dataset images) {
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
  static GreyPicture picture(DenoiserNet network, Column clean) {
    Column noisy = noisy(clean);
    GreyPicture picture = new GreyPicture(3, SHOWN);
    float[] image = new float[GreyPicture.PIXELS];
    float[] restored = new float[GreyPicture.PIXELS];
    for (int i = 0; i < SHOWN; i++) {
      System.arraycopy(clean.floats(), i * image.length, image, 0, image.length);
      picture.draw(0, i, image);
      System.arraycopy(noisy.floats(), i * image.length, image, 0, image.length);
      picture.draw(1, i, image);
      network.predict(image, restored);
      picture.draw(2, i, restored);
    }
    return picture;
  }
}
