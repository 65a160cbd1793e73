package dev.nutshell.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.data.Dataset;
import dev.nutshell.data.augment.ImageShape;
import dev.nutshell.data.file.DataFileException;
import dev.nutshell.data.file.RecordFile;
import dev.nutshell.data.pipeline.Pipeline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  private static final ImageShape COLOUR = new ImageShape(2, 2, 3);
  private static final ImageShape GREY = new ImageShape(2, 2, 1);

  @TempDir Path root;

  private Path write(String path, String format, int type, int size, int... rgb)
      throws IOException {
    BufferedImage image = new BufferedImage(size, size, type);
    for (int i = 0; i < size * size; i++) {
      if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
        image.getRaster().setSample(i % size, i / size, 0, rgb[i % rgb.length]);
      } else {
        image.setRGB(i % size, i / size, rgb[i % rgb.length]);
      }
    }
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    assertTrue(ImageIO.write(image, format, file.toFile()));
    return file;
  }

  private Dataset open(ImageShape shape) throws IOException {
    return new ImageFolder(root, shape, "image", "label");
  }

  private static int[] levels(Dataset data) {
    byte[] bytes = data.column("image").bytes();
    int[] levels = new int[bytes.length];
    Arrays.setAll(levels, i -> bytes[i] & 0xff);
    return levels;
  }

  @Test
  void foldersAreClassesInTheOrderOfTheirNames() throws IOException {
    write("dog/b.png", "png", BufferedImage.TYPE_INT_RGB, 2, 0xff0000, 0x00ff00, 0x0000ff, 0);
    write("dog/a.PNG", "png", BufferedImage.TYPE_INT_ARGB, 2, 0xff102030);
    write("cat/c.jpeg", "jpeg", BufferedImage.TYPE_INT_RGB, 2, 0x808080);
    Files.writeString(root.resolve("dog/notes.txt"), "no image");
    Files.writeString(root.resolve("dog/.hidden.png"), "no image");
    Files.writeString(root.resolve("list.csv"), "no folder");
    ImageFolder folder = new ImageFolder(root, COLOUR, "image", "label");
    assertEquals(List.of("cat", "dog"), folder.classes());
    assertEquals(3, folder.size());
    assertEquals(root.resolve("dog/b.png"), folder.file(2));
    assertArrayEquals(new int[] {0, 1, 1}, folder.column("label").ints());
    int[] levels = levels(folder);
    assertEquals(128, levels[0], 2);
    assertArrayEquals(new int[] {16, 32, 48}, Arrays.copyOfRange(levels, 12, 15));
    assertArrayEquals(
        new int[] {255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0}, Arrays.copyOfRange(levels, 24, 36));
  }

  @Test
  void greyLevelsAreThoseOfTheFile() throws IOException {
    write("a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 0, 100, 200, 255);
    write("a/2.png", "png", BufferedImage.TYPE_USHORT_GRAY, 2, 0, 100 << 8, 200 << 8, 0xffff);
    write("a/3.png", "png", BufferedImage.TYPE_INT_RGB, 2, 0xff0000, 0x00ff00, 0x0000ff, 0xffffff);
    write("a/4.png", "png", BufferedImage.TYPE_BYTE_BINARY, 2, 0, 0xffffff, 0xffffff, 0);
    assertArrayEquals(
        new int[] {0, 100, 200, 255, 0, 100, 200, 255, 76, 150, 29, 255, 0, 255, 255, 0},
        levels(open(GREY)));
  }

  @Test
  void imagesAreScaled() throws IOException {
    write("a/large.png", "png", BufferedImage.TYPE_BYTE_GRAY, 4, 10, 20, 30, 40);
    // Each pixel is the mean of two by two.
    assertArrayEquals(new int[] {15, 35, 15, 35}, levels(open(GREY)));
    write("a/large.png", "png", BufferedImage.TYPE_BYTE_GRAY, 1, 77);
    assertArrayEquals(new int[] {77, 77, 77, 77}, levels(open(GREY)));
    write("a/large.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 0, 100, 0, 100);
    assertArrayEquals(
        new int[] {0, 25, 75, 100},
        levels(new ImageFolder(root, new ImageShape(1, 4, 1), "image", "label")));
  }

  @Test
  void decodedImagesAreKept() throws IOException {
    write("a/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 1, 2, 3, 4);
    write("b/1.png", "png", BufferedImage.TYPE_BYTE_GRAY, 2, 5, 6, 7, 8);
    Pipeline cached = Pipeline.of(open(GREY)).cache();
    Path records = root.resolve("images.rec");
    RecordFile.write(records, open(GREY));
    Files.delete(root.resolve("a/1.png"));
    int[] levels = {1, 2, 3, 4, 5, 6, 7, 8};
    assertArrayEquals(levels, levels(cached));
    assertArrayEquals(levels, levels(RecordFile.open(records)));
    assertArrayEquals(new int[] {0, 1}, RecordFile.open(records).column("label").ints());
  }

  @Test
  void whatIsNoImageIsNamed() throws IOException {
    Exception e = assertThrows(DataFileException.class, () -> open(GREY));
    assertEquals(root + ": no folder, of which each would be a class", e.getMessage());
    Files.createDirectories(root.resolve("a"));
    e = assertThrows(DataFileException.class, () -> open(GREY));
    assertEquals(root.resolve("a") + ": no PNG or JPEG file", e.getMessage());
    Path file = Files.writeString(root.resolve("a/1.png"), "text");
    Dataset text = open(GREY);
    e = assertThrows(UncheckedIOException.class, () -> text.column("image"));
    assertEquals(file + ": no PNG or JPEG file", e.getCause().getMessage());
    Path whole = write("a/1.png", "png", BufferedImage.TYPE_INT_RGB, 2, 1, 2, 3, 4);
    Files.write(whole, Arrays.copyOf(Files.readAllBytes(whole), 40));
    e = assertThrows(UncheckedIOException.class, () -> text.column("image"));
    assertEquals(DataFileException.class, e.getCause().getClass());
    assertTrue(e.getCause().getMessage().startsWith(file + ": damaged: "), e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> open(new ImageShape(2, 2, 4)));
    assertEquals("channels: 1 or 3 expected, 4 found", e.getMessage());
  }
}
