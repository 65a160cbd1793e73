package dev.nutshell.shipping.service;

import com.sun.net.httpserver.HttpExchange;
import dev.nutshell.inference.ModelInfo;
import dev.nutshell.inference.WeightFileException;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.IOException;

/**
 * Takes the weights of a file. A sender that names the file's SHA-256 in the header {@value
 * #DIGEST}, in hex, is sure that no bit was lost: numbers that have changed are still numbers.
 */
final class WeightsEndpoint implements Endpoint {
  /** The name of the header. */
  static final String DIGEST = "X-SHA-256";

  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  /** A weight file of this network in double precision has half of it. */
  private static final int LARGEST_FILE = 1 << 20;

  private final ServedNetwork served;

  WeightsEndpoint(ServedNetwork served) {
    this.served = served;
  }

  /** Says which weights a network has. */
  static Answer describe(LeNetNet network) {
    ModelInfo info = network.info();
    return Answer.json(
        "{\"model\":\""
            + info.name()
            + "\",\"fingerprint\":\""
            + info.fingerprint()
            + "\",\"weights\":\""
            + info.weightDigest()
            + "\"}");
  }

  @Override
  public Answer answer(HttpExchange request) throws IOException {
    byte[] file = request.getRequestBody().readNBytes(LARGEST_FILE + 1);
    if (file.length > LARGEST_FILE) {
      return new Answer(TOO_LARGE, "weights: at most " + LARGEST_FILE + " bytes expected");
    }
    try {
      return describe(served.replace(file, request.getRequestHeaders().getFirst(DIGEST)));
    } catch (WeightFileException | IllegalArgumentException e) {
      return new Answer(BAD_REQUEST, e.getMessage());
    }
  }
}
