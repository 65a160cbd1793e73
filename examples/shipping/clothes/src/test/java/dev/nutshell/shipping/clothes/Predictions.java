package dev.nutshell.shipping.clothes;

import java.io.IOException;

/** A program that predicts once and goes on for a while, for {@link LoadedClassesTest}. */
final class Predictions {
  /** What it prints after the prediction. */
  static final String DONE = "first prediction done";

  private Predictions() {}

  /** Argument: for how many milliseconds to go on. */
  public static void main(String[] args) throws IOException, InterruptedException {
    LeNetNet network = Clothes.network();
    network.predict(new byte[Clothes.PIXELS], new float[Clothes.NAMES.size()]);
    System.out.println(DONE);
    Thread.sleep(Long.parseLong(args[0]));
  }
}
