package dev.nutshell.data.measure;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.Field;
import java.util.Arrays;
import java.util.Map;

/** Reads whole data sets, batch by batch, as trainings do. */
public final class Rows {

  private Rows() {}

  /** The numbers 0 to size - 1. */
  public static int[] inOrder(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** One field of all samples, in order, in one array. */
  public static float[] of(Dataset data, String name, Epoch epoch, int batchSize) {
    return of(data, name, epoch, batchSize, inOrder(data.size()), 0);
  }

  /** One field of samples, from a position of an order on, in one array. */
  public static float[] of(
      Dataset data, String name, Epoch epoch, int batchSize, int[] order, int from) {
    Field field = data.field(name);
    int width = field.width();
    Column batch = Column.of(width, new float[width * batchSize]);
    float[] all = new float[width * (order.length - from)];
    try (BatchReader reader = data.reader(Map.of(name, batch))) {
      reader.begin(epoch, order, from);
      for (int done = 0; done < order.length - from; done += batchSize) {
        int n = Math.min(batchSize, order.length - from - done);
        reader.read(0, n);
        System.arraycopy(batch.floats(), 0, all, done * width, n * width);
      }
    }
    return all;
  }
}
