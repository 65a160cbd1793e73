package dev.nutshell.examples.images;

import dev.nutshell.examples.Arguments;
import dev.nutshell.training.Evaluation;
import dev.nutshell.training.FitOptions;
import dev.nutshell.training.TrainingOptions;
import dev.nutshell.training.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A variational autoencoder, which writes a picture of digits that it made up. */
public final class VaeExample {
  private static final Path WEIGHTS = Path.of("target", "vae.safetensors");
  private static final Path PICTURE = Path.of("target", "drawn.png");
  private static final int ROWS = 8;
  private static final int COLUMNS = 16;
  private static final int CODES = 10;

  private VaeExample() {}

  /** Arguments: a folder with the files of MNIST, the seed, the epochs. */
  public static void main(String[] args) throws IOException {
    Arguments arguments = new Arguments(args);
    Path folder = arguments.data(ImageFiles.SAMPLE);
    int seed = arguments.number(1, 1);
    System.out.println("test: " + test(folder, seed, arguments.number(2, 8), WEIGHTS));
    samples(VaeNet.load(WEIGHTS), seed).write(PICTURE);
    System.out.println("drawn from random codes: " + PICTURE);
  }

  /** Trains, saves the weights, and gives the losses of the test images, in nats an image. */
  static Evaluation test(Path folder, long seed, int epochs, Path weights) throws IOException {
    try (VaeTraining training = new VaeTraining(new TrainingOptions(64, 2, seed))) {
      training.optimizer(Optimizer.adam(1e-3));
      training.fit(ImageFiles.train(folder), FitOptions.epochs(epochs));
      training.save(weights);
      return training.evaluate(ImageFiles.test(folder));
    }
  }

  /** What the network makes of random codes; only the part that draws is needed for it. */
  static GreyPicture samples(VaeNet network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GreyPicture picture = new GreyPicture(ROWS, COLUMNS);
    float[] code = new float[CODES];
    float[] drawn = new float[GreyPicture.PIXELS];
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      for (int k = 0; k < CODES; k++) {
        code[k] = (float) random.nextGaussian();
      }
      network.draw(code, drawn);
      picture.draw(i / COLUMNS, i % COLUMNS, drawn);
    }
    return picture;
  }
}
