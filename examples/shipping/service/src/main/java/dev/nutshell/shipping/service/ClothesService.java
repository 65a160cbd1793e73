package dev.nutshell.shipping.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/**
 * The service: which request is answered by whom.
 *
 * <ul>
 *   <li>{@code POST /predict}, 784 bytes: what is in the picture, and the weights that say so
 *   <li>{@code GET /weights}: which weights are in use
 *   <li>{@code PUT /weights}, a weight file: takes it, or says why not and keeps the old ones
 *   <li>{@code GET /latency}: percentiles of predictions, and of the requests for them
 * </ul>
 */
final class ClothesService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ClothesService.class.getName());
  private static final int NOT_FOUND = 404;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Endpoint> endpoints = new TreeMap<>();

  /**
   * Starts to answer.
   *
   * @param port on this machine alone; 0 for any that is free
   * @param threads what requests run on; shut down with the service
   * @param network what answers at first
   * @throws IOException if the port is taken
   */
  ClothesService(int port, ExecutorService threads, LeNetNet network) throws IOException {
    this.threads = threads;
    ServedNetwork served = new ServedNetwork(network);
    Latencies latencies = new Latencies();
    endpoints.put("POST /predict", new PredictEndpoint(served, latencies));
    endpoints.put("GET /weights", request -> WeightsEndpoint.describe(served.current()));
    endpoints.put("PUT /weights", new WeightsEndpoint(served));
    endpoints.put("GET /latency", request -> Answer.json(latencies.toJson()));
    server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it answers. */
  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try (exchange) {
      Endpoint endpoint = endpoints.get(request);
      send(
          exchange,
          endpoint != null
              ? endpoint.answer(exchange)
              : new Answer(NOT_FOUND, request + ": expected one of " + endpoints.keySet()));
    } catch (IOException | RuntimeException e) {
      // The client has gone, or there is a fault here; the connection ends, the service goes on.
      LOG.log(Level.WARNING, request, e);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", answer.isJson() ? "application/json" : "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  /** Stops to answer. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
