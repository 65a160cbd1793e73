package dev.nutshell.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The module of vectors is there in this build; what calls cost is played by waiting. */
class HandoverTest {
  private static final long SHORT = 300_000_000;
  private static final long LONG = 60_000_000_000L;

  private final AtomicLong clock = new AtomicLong();

  private final List<Integer> batches = new CopyOnWriteArrayList<>();

  @AfterEach
  void clearSetting() {
    System.clearProperty(VectorSupport.PROPERTY);
  }

  /** Calls take time of a clock that nothing else moves. */
  private void spin(int micros) {
    clock.addAndGet(micros * 1_000L);
  }

  private Handover handover(long mostWork) {
    return new Handover(mostWork, clock::get);
  }

  /** Plain loops of 50 µs a sample, and vectors of another time. */
  private IntFunction<Handover.Trial> trials(Runnable vectors) {
    return n -> {
      batches.add(n);
      return new Handover.Trial(() -> spin(50 * n), vectors);
    };
  }

  @Test
  void vectorsTakeOverOnceTheyAreTheFasterOnes() {
    Handover handover = handover(LONG);
    AtomicInteger calls = new AtomicInteger();
    IntFunction<Handover.Trial> trials =
        trials(
            () -> {
              int call = calls.incrementAndGet();
              assertFalse(handover.usesVectors(1) && handover.usesVectors(2), "still deciding");
              spin(call < 40 ? 5_000 : 20);
            });
    assertFalse(handover.usesVectors(1));
    handover.finish(trials);
    assertTrue(handover.usesVectors(1));
    assertTrue(handover.usesVectors(2));
    assertTrue(calls.get() >= 40, "after " + calls + " calls");
    assertEquals(List.of(1, 40), batches.stream().map(n -> n > 30 && n <= 40 ? 40 : n).toList());
  }

  @Test
  void theBackgroundComesToTheSameEndAndLeavesNoThread() throws InterruptedException {
    Handover handover = handover(LONG);
    handover.begin(trials(() -> spin(20)));
    handover.begin(trials(() -> spin(20)));
    Thread thread = background();
    thread.join(10_000);
    assertFalse(thread.isAlive());
    assertTrue(handover.usesVectors(1));
    assertEquals(2, batches.size(), "the second beginning has no effect: " + batches);
  }

  private static Thread background() {
    Thread[] threads = new Thread[Thread.activeCount() + 10];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().equals("nutshell-handover")) {
        assertTrue(threads[i].isDaemon());
        return threads[i];
      }
    }
    throw new AssertionError("no thread works in the background");
  }

  @Test
  void loopsStayWhereVectorsDoNotWin() {
    Handover handover = handover(LONG);
    long begin = clock.get();
    handover.finish(trials(() -> spin(3_000)));
    assertFalse(handover.usesVectors(1));
    assertFalse(handover.usesVectors(64));
    assertTrue(clock.get() - begin < LONG / 2, "given up before the time is over");
  }

  @Test
  void thereIsAnEnd() {
    Handover handover = handover(SHORT);
    handover.finish(trials(() -> spin(100_000)));
    assertFalse(handover.usesVectors(1));
    assertFalse(handover.usesVectors(64));
  }

  @Test
  void aBatchMayWinWhereASampleDoesNot() {
    Handover handover = handover(LONG);
    handover.finish(n -> new Handover.Trial(() -> spin(50 * n), () -> spin(n == 1 ? 200 : 10 * n)));
    assertFalse(handover.usesVectors(1));
    assertTrue(handover.usesVectors(2));
  }

  @Test
  void networksTooLargeForManyTrialsAreDecidedByFew() {
    Handover handover = handover(SHORT);
    handover.finish(n -> new Handover.Trial(() -> spin(100_000), () -> spin(20_000)));
    assertTrue(handover.usesVectors(1));
    assertFalse(handover.usesVectors(2), "never tried");
  }

  @Test
  void vectorsThatFailLeaveTheLoops() {
    Handover handover = handover(LONG);
    handover.finish(
        trials(
            () -> {
              throw new NoClassDefFoundError("jdk/incubator/vector/FloatVector");
            }));
    assertFalse(handover.usesVectors(1));
    assertFalse(handover.usesVectors(2));
  }

  @Test
  void turnedOffNothingIsTried() {
    System.setProperty(VectorSupport.PROPERTY, "off");
    Handover handover = handover(LONG);
    handover.begin(trials(() -> spin(1)));
    handover.finish(trials(() -> spin(1)));
    assertFalse(handover.usesVectors(1));
    assertEquals(List.of(), batches);
  }

  @Test
  void eagerVectorsNeedNoTrialButCanBeWarmedUp() {
    System.setProperty(VectorSupport.PROPERTY, "eager");
    Handover handover = handover(LONG);
    assertTrue(handover.usesVectors(1));
    handover.begin(trials(() -> spin(100)));
    assertEquals(List.of(), batches);
    handover.finish(trials(() -> spin(100)));
    assertTrue(handover.usesVectors(1));
    assertEquals(2, batches.size());
  }
}
