package dev.nutshell.shipping.service;

import com.sun.net.httpserver.HttpExchange;
import dev.nutshell.shipping.clothes.Clothes;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.IOException;
import java.util.Arrays;

/** What is in a picture. */
final class PredictEndpoint implements Endpoint {
  private static final int BAD_REQUEST = 400;

  private final ServedNetwork served;
  private final Latencies latencies;

  PredictEndpoint(ServedNetwork served, Latencies latencies) {
    this.served = served;
    this.latencies = latencies;
  }

  @Override
  public Answer answer(HttpExchange request) throws IOException {
    long begin = System.nanoTime();
    byte[] image = request.getRequestBody().readNBytes(Clothes.PIXELS + 1);
    if (image.length != Clothes.PIXELS) {
      return new Answer(
          BAD_REQUEST,
          "image: "
              + Clothes.PIXELS
              + " bytes expected, "
              + (image.length < Clothes.PIXELS ? image.length : "more")
              + " found");
    }
    float[] probabilities = new float[Clothes.NAMES.size()];
    // Asked for once, so that the answer and what is said of it are of the same weights.
    LeNetNet network = served.current();
    long beforePrediction = System.nanoTime();
    network.predict(image, probabilities);
    latencies.predictions().record(System.nanoTime() - beforePrediction);
    Answer answer =
        Answer.json(
            "{\"clothes\":\""
                + Clothes.NAMES.get(Clothes.mostProbable(probabilities))
                + "\",\"probabilities\":"
                + Arrays.toString(probabilities)
                + ",\"weights\":\""
                + network.info().weightDigest()
                + "\"}");
    latencies.requests().record(System.nanoTime() - begin);
    return answer;
  }
}
