package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Epoch;
import dev.nutshell.data.augment.Draw;
import dev.nutshell.inference.Element;
import dev.nutshell.inference.ScalarMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data set in which each sample is mixed with another one. */
final class MixupDataset extends ForwardingDataset {

  private final double alpha;
  private final List<String> names;
  private final int stream;

  MixupDataset(Dataset source, double alpha, List<String> names, int stream) {
    super(source);
    if (!(alpha > 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha: above 0 to 1 expected, " + alpha + " found");
    }
    for (String name : names) {
      if (source.field(name).element() != Element.REAL) {
        throw new IllegalArgumentException(
            "field " + name + ": only floating-point numbers are mixed; map makes them of others");
      }
    }
    this.alpha = alpha;
    this.names = List.copyOf(names);
    this.stream = stream;
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    Map<String, Column> others = new LinkedHashMap<>(batch);
    others.keySet().retainAll(names);
    BatchReader plain = source().reader(batch);
    if (others.isEmpty()) {
      return plain;
    }
    List<Column> targets = new ArrayList<>(others.values());
    others.replaceAll((name, target) -> Column.of(target.width(), new float[target.width()]));
    return new Reader(plain, source().reader(others), targets, new ArrayList<>(others.values()));
  }

  /** Reads each sample into its row, and the one it is mixed with into a row of its own. */
  private final class Reader implements BatchReader {

    private final BatchReader plain;
    private final BatchReader mixing;

    /** For each mixed field the column of the batch, and a row each for the two samples. */
    private final List<Column> targets;

    private final List<Column> own;
    private final List<Column> partners;
    private final Draw draw = new Draw(stream);
    private Epoch epoch;
    private int[] order;
    private int[] partnerOrder = {};
    private int position;

    Reader(BatchReader plain, BatchReader mixing, List<Column> targets, List<Column> partners) {
      this.own = partners.stream().map(partner -> partner.allocateLike(1)).toList();
      this.plain = plain;
      this.mixing = mixing;
      this.targets = targets;
      this.partners = partners;
    }

    @Override
    public void begin(Epoch newEpoch, int[] samples, int from) {
      plain.begin(newEpoch, samples, from);
      epoch = newEpoch;
      order = samples;
      position = from;
      if (epoch.training()) {
        // Among the samples of the pass, whatever their order: what was set aside stays aside.
        int[] pool = samples.clone();
        Arrays.sort(pool);
        partnerOrder = new int[samples.length];
        for (int i = from; i < samples.length; i++) {
          draw.begin(epoch, samples[i]);
          partnerOrder[i] = pool[draw.below(pool.length)];
        }
        mixing.begin(epoch, partnerOrder, from);
      }
    }

    @Override
    public void read(int row, int n) {
      plain.read(row, n);
      for (int i = 0; i < n && epoch.training(); i++) {
        mixing.read(0, 1);
        draw.begin(epoch, order[position++]);
        // After the number that its partner was drawn by.
        draw.uniform();
        double share = share();
        for (int c = 0; c < targets.size(); c++) {
          mix(targets.get(c), row + i, own.get(c), partners.get(c), share);
        }
      }
    }

    /** A number of the distribution Beta(alpha, alpha), by Jöhnk's method. */
    private double share() {
      while (true) {
        double x = ScalarMath.pow(draw.uniform(), 1 / alpha);
        double y = ScalarMath.pow(draw.uniform(), 1 / alpha);
        double sum = x + y;
        if (sum > 0 && sum <= 1) {
          return x / sum;
        }
      }
    }

    private static void mix(Column target, int row, Column own, Column partner, double share) {
      target.copyRow(row, own, 0);
      float[] values = own.floats();
      float[] others = partner.floats();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (share * values[i] + (1 - share) * others[i]);
      }
      own.copyRow(0, target, row);
    }

    @Override
    public void close() {
      try {
        plain.close();
      } finally {
        mixing.close();
      }
    }
  }
}
