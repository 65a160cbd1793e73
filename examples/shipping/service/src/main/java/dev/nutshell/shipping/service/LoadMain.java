package dev.nutshell.shipping.service;

import dev.nutshell.shipping.clothes.Clothes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a service without pause, from some threads, and prints what it says of its latency. */
public final class LoadMain {
  private LoadMain() {}

  /** Arguments: the address of the service, how many threads ask, for how many seconds. */
  public static void main(String[] args) throws Exception {
    URI address = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    long seconds = args.length > 2 ? Long.parseLong(args[2]) : 10;
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + seconds * 1_000_000_000;
    ExecutorService askers = Executors.newFixedThreadPool(threads);
    List<Future<?>> asked = new ArrayList<>();
    LatencyHistogram latencies = new LatencyHistogram();
    for (int i = 0; i < threads; i++) {
      byte[] image = new byte[Clothes.PIXELS];
      new Random(i).nextBytes(image);
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve("/predict"))
              .POST(BodyPublishers.ofByteArray(image))
              .build();
      asked.add(
          askers.submit(
              () -> {
                while (System.nanoTime() < end) {
                  long begin = System.nanoTime();
                  client.send(request, BodyHandlers.ofString());
                  latencies.record(System.nanoTime() - begin);
                }
                return null;
              }));
    }
    for (Future<?> each : asked) {
      each.get();
    }
    askers.shutdown();
    System.out.println("client: " + latencies.toJson());
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/latency")).build();
    System.out.println("service: " + client.send(request, BodyHandlers.ofString()).body());
  }
}
