package dev.nutshell.data.image;

import dev.nutshell.data.BatchReader;
import dev.nutshell.data.Column;
import dev.nutshell.data.Dataset;
import dev.nutshell.data.Field;
import dev.nutshell.data.SampleReader;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.file.DataFileException;
import dev.nutshell.inference.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The PNG and JPEG files in the folders of a folder: each folder is a class, numbered in the order
 * of their names.
 *
 * <p>A file is decoded whenever it is read, which takes time and memory: {@code cache()} of a
 * pipeline keeps the pixels in memory, {@code RecordFile.write} puts them into a file that is
 * mapped. Images of another size are scaled with bilinear interpolation, as Keras does;
 * transparency is ignored.
 */
public final class ImageFolder implements Dataset {

  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg");

  private final ImageShape shape;
  private final Field image;
  private final Field label;
  private final List<String> classes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  /** The class of each file. */
  private final List<Integer> labels = new ArrayList<>();

  /**
   * Looks for files; what is hidden and what does not end like a PNG or JPEG file is left out.
   *
   * @param shape the images as they are read, of 1 channel for grey or 3 for red, green and blue
   * @param image what a network calls the pixels, bytes of 0 to 255
   * @param label what it calls the class
   * @throws DataFileException if there is no folder, or no image in one of them
   * @throws IOException if they cannot be listed
   * @throws IllegalStateException if the module {@code java.desktop} is not there
   */
  public ImageFolder(Path root, ImageShape shape, String image, String label) throws IOException {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new IllegalArgumentException(
          "channels: 1 or 3 expected, " + shape.channels() + " found");
    }
    if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
      throw new IllegalStateException(
          "images are decoded by the module java.desktop: start with --add-modules java.desktop");
    }
    this.shape = shape;
    this.image = new Field(image, Element.BYTE, shape.size());
    this.label = new Field(label, Element.INT, 1);
    for (Path folder : list(root, Files::isDirectory)) {
      List<Path> images = list(folder, ImageFolder::isImage);
      if (images.isEmpty()) {
        throw new DataFileException(folder + ": no PNG or JPEG file");
      }
      images.forEach(file -> labels.add(classes.size()));
      files.addAll(images);
      classes.add(String.valueOf(folder.getFileName()));
    }
    if (classes.isEmpty()) {
      throw new DataFileException(root + ": no folder, of which each would be a class");
    }
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith(".") && wanted.test(entry))
          .sorted()
          .toList();
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  /** The names of the folders, by the number of the class. */
  public List<String> classes() {
    return List.copyOf(classes);
  }

  /** The file of a sample. */
  public Path file(int sample) {
    return files.get(sample);
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public List<Field> fields() {
    return List.of(image, label);
  }

  @Override
  public BatchReader reader(Map<String, Column> batch) {
    batch.keySet().forEach(this::field);
    return new Reader(batch.get(image.name()), batch.get(label.name()));
  }

  /** Decodes files. */
  private final class Reader extends SampleReader {

    /** The columns of the batch; null for what is not read. */
    private final Column images;

    private final Column targets;
    private final byte[] pixels = new byte[shape.size()];
    private final Column pixelRow = Column.of(shape.size(), pixels);

    Reader(Column images, Column targets) {
      this.images = images;
      this.targets = targets;
    }

    @Override
    protected void readSample(int sample, int row) {
      Objects.checkIndex(sample, size());
      if (images != null) {
        decode(files.get(sample));
        pixelRow.copyRow(0, images, row);
      }
      if (targets != null) {
        targets.set(row, labels.get(sample));
      }
    }

    private void decode(Path file) {
      try {
        ImageDecoder.decode(file, shape, pixels);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
