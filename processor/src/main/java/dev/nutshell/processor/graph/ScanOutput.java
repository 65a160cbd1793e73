package dev.nutshell.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A result of a {@link Scan}: the last value of a carry, or a yield stacked along the scanned axis
 * (which comes first, after the batch).
 */
public final class ScanOutput extends Node {
  private final Scan scan;
  private final int index;

  /** Output {@code index} of {@code scan}: the carries come first, then the yields. */
  public ScanOutput(Scan scan, int index) {
    super(
        source(scan, index).name(),
        source(scan, index).type(),
        shape(scan, index),
        source(scan, index).span());
    this.scan = scan;
    this.index = index;
  }

  public Scan scan() {
    return scan;
  }

  public int index() {
    return index;
  }

  public boolean isCarry() {
    return index < scan.carries().size();
  }

  /** The node of the scan's body that the output comes from. */
  public Node source() {
    return source(scan, index);
  }

  private static Node source(Scan scan, int index) {
    int carries = scan.carries().size();
    return index < carries ? scan.carries().get(index).next() : scan.yields().get(index - carries);
  }

  private static List<Extent> shape(Scan scan, int index) {
    Node source = source(scan, index);
    if (index < scan.carries().size()) {
      return source.shape();
    }
    List<Extent> shape = new ArrayList<>(source.shape());
    shape.add(source.isBatched() ? 1 : 0, scan.axis().extent());
    return shape;
  }
}
