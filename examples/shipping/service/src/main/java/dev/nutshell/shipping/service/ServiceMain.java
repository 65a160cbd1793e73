package dev.nutshell.shipping.service;

import dev.nutshell.shipping.clothes.Clothes;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.IOException;
import java.util.concurrent.ExecutorService;

/** Starts the service with the shipped weights; it ends with the process. */
public final class ServiceMain {
  private static final int PORT = 8080;

  private ServiceMain() {}

  /** Arguments: the port; {@code pool} or {@code virtual}, for what threads requests run on. */
  public static void main(String[] args) throws IOException {
    // Otherwise the JDK's server waits for 40 ms between the head of an answer and its body.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    LeNetNet network = Clothes.network();
    network.warmUp();
    int port = args.length > 0 ? Integer.parseInt(args[0]) : PORT;
    ClothesService service =
        new ClothesService(port, threads(args.length > 1 ? args[1] : ""), network);
    System.out.println(service.address() + " answers with " + network.info());
  }

  private static ExecutorService threads(String kind) {
    return switch (kind) {
      case "" -> RequestThreads.best();
      case "pool" -> RequestThreads.pool();
      case "virtual" ->
          RequestThreads.virtual()
              .orElseThrow(() -> new IllegalArgumentException("virtual: JDK 21 or later expected"));
      default -> throw new IllegalArgumentException("pool or virtual expected, " + kind + " found");
    };
  }
}
