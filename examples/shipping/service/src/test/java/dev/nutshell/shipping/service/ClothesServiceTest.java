package dev.nutshell.shipping.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nutshell.shipping.clothes.Clothes;
import dev.nutshell.shipping.clothes.LeNetNet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service, asked over HTTP as by anybody. */
class ClothesServiceTest {
  private static final int ASKERS = 8;
  private static final int REQUESTS = 250;
  private static final int SWAPS = 20;
  private static final int IMAGES = 16;

  @TempDir private Path folder;

  @Test
  void aPoolAnswersWhileWeightsChange() throws Exception {
    answersWhileWeightsChange(RequestThreads.pool());
  }

  @Test
  void virtualThreadsAnswerWhileWeightsChange() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads are there from JDK 21 on");
    answersWhileWeightsChange(RequestThreads.virtual().orElseThrow());
  }

  /** Every answer is bit for bit that of the weights it names, and both weights answer. */
  private void answersWhileWeightsChange(ExecutorService threads) throws Exception {
    byte[][] files = {WeightFiles.shipped(), WeightFiles.other(folder)};
    byte[][] images = images();
    Map<String, List<List<Float>>> expected = new HashMap<>();
    for (byte[] file : files) {
      LeNetNet network = LeNetNet.load(new ByteArrayInputStream(file));
      expected.put(network.info().weightDigest(), predictions(network, images));
    }
    assertEquals(files.length, expected.size());
    AtomicInteger answered = new AtomicInteger();
    ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
    try (ClothesService service = new ClothesService(0, threads, Clothes.network())) {
      Client client = new Client(service.address());
      List<Future<Set<String>>> asked = new ArrayList<>();
      for (int asker = 0; asker < ASKERS; asker++) {
        asked.add(askers.submit(asker(client, images, expected, answered)));
      }
      for (int swap = 1; swap <= SWAPS; swap++) {
        while (answered.get() < swap * ASKERS * REQUESTS / (SWAPS + 1)
            && !asked.stream().allMatch(Future::isDone)) {
          Thread.sleep(1);
        }
        HttpResponse<String> answer = client.send("PUT", "/weights", files[swap % files.length]);
        assertEquals(200, answer.statusCode(), answer.body());
      }
      Set<String> weights = new TreeSet<>();
      for (Future<Set<String>> each : asked) {
        weights.addAll(each.get());
      }
      assertEquals(expected.keySet(), weights);
      String count = "\"count\":" + ASKERS * REQUESTS + ",";
      String latency = client.get("/latency").body();
      assertTrue(
          latency.matches("\\{\"prediction\":\\{" + count + ".*\"request\":\\{" + count + ".*"),
          latency);
    } finally {
      askers.shutdown();
    }
  }

  /** Asks, and gives the weights that answered. */
  private static Callable<Set<String>> asker(
      Client client,
      byte[][] images,
      Map<String, List<List<Float>>> expected,
      AtomicInteger answered) {
    return () -> {
      Set<String> weights = new TreeSet<>();
      for (int request = 0; request < REQUESTS; request++) {
        int image = request % images.length;
        Client.Prediction prediction = client.predict(images[image]);
        assertEquals(expected.get(prediction.weights()).get(image), prediction.probabilities());
        weights.add(prediction.weights());
        answered.incrementAndGet();
      }
      return weights;
    };
  }

  @Test
  void damagedWeightsAreRefusedAndTheOldOnesStay() throws Exception {
    byte[] whole = WeightFiles.shipped();
    byte[] changed = whole.clone();
    changed[whole.length - 1] ^= 1;
    try (ClothesService service = new ClothesService(0, RequestThreads.pool(), Clothes.network())) {
      Client client = new Client(service.address());
      String before = client.get("/weights").body();
      assertRefused(
          "stream is no weight file of model LeNet:\n  truncated: the file ends within fc3.b",
          client.send("PUT", "/weights", Arrays.copyOf(whole, whole.length - 1)));
      assertRefused(
          "stream is no weight file of model LeNet:\n"
              + "  header of 7070779436914598243 bytes, at most 1058816 expected:"
              + " no safetensors file, or of a far larger network",
          client.send("PUT", "/weights", "cannot be weights".getBytes(StandardCharsets.US_ASCII)));
      assertRefused(
          "stream is no weight file of model LeNet:\n"
              + "  SHA-256: "
              + sha256(whole)
              + " expected, "
              + sha256(changed)
              + " found",
          client.send("PUT", "/weights", changed, WeightsEndpoint.DIGEST, sha256(whole)));
      assertEquals(before, client.get("/weights").body());
      HttpResponse<String> taken =
          client.send("PUT", "/weights", whole, WeightsEndpoint.DIGEST, sha256(whole));
      assertEquals(200, taken.statusCode());
      assertEquals(before, taken.body());
    }
  }

  @Test
  void wrongRequestsAreAnswered() throws Exception {
    try (ClothesService service = new ClothesService(0, RequestThreads.pool(), Clothes.network())) {
      Client client = new Client(service.address());
      assertRefused(
          "image: 784 bytes expected, 3 found", client.send("POST", "/predict", new byte[3]));
      assertRefused(
          "image: 784 bytes expected, more found", client.send("POST", "/predict", new byte[785]));
      HttpResponse<String> unknown = client.get("/predict");
      assertEquals(404, unknown.statusCode());
      assertEquals(
          "GET /predict: expected one of [GET /latency, GET /weights, POST /predict, PUT /weights]",
          unknown.body());
    }
  }

  private static void assertRefused(String message, HttpResponse<String> answer) {
    assertEquals(message, answer.body());
    assertEquals(400, answer.statusCode());
  }

  private static List<List<Float>> predictions(LeNetNet network, byte[][] images) {
    List<List<Float>> predictions = new ArrayList<>();
    for (byte[] image : images) {
      float[] probabilities = new float[Clothes.NAMES.size()];
      network.predict(image, probabilities);
      List<Float> prediction = new ArrayList<>();
      for (float probability : probabilities) {
        prediction.add(probability);
      }
      predictions.add(prediction);
    }
    return predictions;
  }

  private static byte[][] images() {
    byte[][] images = new byte[IMAGES][Clothes.PIXELS];
    Random random = new Random(5);
    for (byte[] image : images) {
      random.nextBytes(image);
    }
    return images;
  }

  private static String sha256(byte[] file) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }
}
