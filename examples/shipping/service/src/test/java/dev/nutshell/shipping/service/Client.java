package dev.nutshell.shipping.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a service; any number of threads may. */
final class Client {
  private static final Pattern PREDICTION =
      Pattern.compile("\\{\"clothes\":\"(.*)\",\"probabilities\":\\[(.*)],\"weights\":\"(.*)\"}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  Client(URI address) {
    this.address = address;
  }

  /** What the service said of a picture. */
  record Prediction(String clothes, List<Float> probabilities, String weights) {}

  Prediction predict(byte[] image) throws IOException, InterruptedException {
    String json = send("POST", "/predict", image).body();
    Matcher matcher = PREDICTION.matcher(json);
    if (!matcher.matches()) {
      throw new IOException(json);
    }
    List<Float> probabilities =
        Arrays.stream(matcher.group(2).split(", ", -1)).map(Float::valueOf).toList();
    return new Prediction(matcher.group(1), probabilities, matcher.group(3));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
  }

  /** Headers are names and values in turn. */
  HttpResponse<String> send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
