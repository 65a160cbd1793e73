package dev.nutshell.data.pipeline;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.Augmentation;
import dev.nutshell.inference.Element;
import java.util.List;
import java.util.Map;

/**
 * A data set and what is done to its samples when they are read. Immutable: each method gives
 * another view and leaves this one as it is.
 *
 * <pre>{@code
 * Dataset training = Pipeline.of(images)
 *     .augment(RandomFlip.horizontal(shape), "image")
 *     .augment(new RandomTranslation(shape, 0.1, 0.1), "image")
 *     .map("label", new OneHot(10))
 *     .mixup(0.2, "image", "label")
 *     .prefetch(4);
 * }</pre>
 *
 * <p>Augmentations are for training: evaluations, of validation data for example, read samples
 * without them.
 */
public final class Pipeline extends ForwardingDataset {

  /** How many views there are, which tells the random numbers of each apart. */
  private final int views;

  private Pipeline(Dataset view, int views) {
    super(view);
    this.views = views;
  }

  /** A data set as it is. */
  public static Pipeline of(Dataset data) {
    return data instanceof Pipeline pipeline ? pipeline : new Pipeline(data, 0);
  }

  private Pipeline then(Dataset next) {
    return new Pipeline(next, views + 1);
  }

  /**
   * Changes a field, in single precision; the result is a field of floating-point numbers.
   *
   * @param field its name
   * @throws IllegalArgumentException if there is none of that name, or its width does not fit
   */
  public Pipeline map(String field, Transform transform) {
    return then(
        new AugmentedDataset(source(), List.of(field), new Always(transform), Element.REAL, views));
  }

  /**
   * Changes a field at random, in each epoch anew. Bytes stay bytes: what is changed is rounded and
   * kept between 0 and 255.
   *
   * @param fields their names; of each sample all are changed with the same random numbers, as an
   *     image and the mask that belongs to it
   * @throws IllegalArgumentException if there is none of a name, or its width does not fit
   */
  public Pipeline augment(Augmentation augmentation, String... fields) {
    requireNamed(fields);
    return then(new AugmentedDataset(source(), List.of(fields), augmentation, null, views));
  }

  /**
   * Mixes each sample with another one of those that are trained on, in single precision, drawn at
   * random in each epoch anew (Zhang and others, 2018): {@code share * sample + (1 - share) *
   * other}, with a share of the distribution Beta(alpha, alpha). Classes have to be one-hot.
   *
   * @param alpha above 0, at most 1; 0.2 is usual for images
   * @param fields what is mixed, with the same share: images and targets
   * @throws IllegalArgumentException if alpha is out of range or a field is of no numbers to mix
   */
  public Pipeline mixup(double alpha, String... fields) {
    requireNamed(fields);
    return then(new MixupDataset(source(), alpha, List.of(fields), views));
  }

  private static void requireNamed(String... fields) {
    if (fields.length == 0) {
      throw new IllegalArgumentException("fields: the name of one or more expected, none found");
    }
  }

  /**
   * Reads everything now, as in an evaluation, and keeps it in memory. What is random belongs after
   * it.
   */
  public Pipeline cache() {
    return new Pipeline(new CachedDataset(source()), views);
  }

  /**
   * Reads ahead on a background thread, one for each reader, into buffers that are allocated once.
   * It changes when samples are read and nothing else; what fails there is thrown by {@code read}
   * to the caller.
   *
   * @param batches how many of the largest size are read ahead, at least 1
   */
  public Pipeline prefetch(int batches) {
    return new Pipeline(new PrefetchedDataset(source(), batches), views);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    return source().reader(batch);
  }
}
