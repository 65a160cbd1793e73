package dev.nutshell.benchmarks.peer;

import dev.nutshell.benchmarks.network.ImageShape;
import dev.nutshell.benchmarks.network.Layouts;
import java.util.List;

/**
 * The shape of one sample, and how a batch of them goes to a peer and comes back: images lie with
 * the channels last here and with the channels first there, all else is the same.
 *
 * @param sizes the dimensions; three are an image
 */
public record TensorShape(List<Integer> sizes) {

  /** Copies the list. */
  public TensorShape {
    sizes = List.copyOf(sizes);
  }

  /** Numbers of one sample. */
  public int size() {
    return sizes.stream().reduce(1, (a, b) -> a * b);
  }

  /** The peer's shape of a batch. */
  public long[] peerShape(int batch) {
    if (isImage()) {
      ImageShape image = image();
      return new long[] {batch, image.channels(), image.height(), image.width()};
    }
    long[] shape = new long[1 + sizes.size()];
    shape[0] = batch;
    for (int i = 0; i < sizes.size(); i++) {
      shape[1 + i] = sizes.get(i);
    }
    return shape;
  }

  /** A batch as the peer wants it. */
  public float[] toPeer(float[] values) {
    return isImage() ? Layouts.channelsFirst(values, values.length / size(), image()) : values;
  }

  /** A batch of the peer's as it lies here. */
  public float[] fromPeer(float[] values) {
    return isImage() ? Layouts.channelsLast(values, values.length / size(), image()) : values;
  }

  /** Whether it has height, width and channels. */
  public boolean isImage() {
    return sizes.size() == 3;
  }

  /** Height, width and channels of an image. */
  public ImageShape image() {
    return new ImageShape(sizes.get(0), sizes.get(1), sizes.get(2));
  }
}
