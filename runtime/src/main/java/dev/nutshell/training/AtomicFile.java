package dev.nutshell.training;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file whole or not at all: a temporary file beside it is forced to the disk and then
 * takes its name. If the program or the machine stops before, the file is what it was.
 */
final class AtomicFile {

  private static final System.Logger LOG = System.getLogger(AtomicFile.class.getPackageName());

  private AtomicFile() {}

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes.
   *
   * @throws IOException if there is no such folder, the name is a folder's, or writing fails; the
   *     file is unchanged then, and the temporary one deleted
   */
  static void write(Path file, Content content) throws IOException {
    requirePlaceFor(file);
    Path target = file.toAbsolutePath();
    Path temporary = temporaryBeside(target);
    // Opened as any new file, and not as a temporary one: others may read what is saved.
    FileChannel opened =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      try (FileChannel channel = opened) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException | Error e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    forceFolder(target.getParent());
  }

  /** The system's own messages would name the temporary file. */
  private static void requirePlaceFor(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("cannot save to " + file + ": it is a folder");
    }
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException(
          "cannot save to "
              + file
              + (Files.exists(folder)
                  ? ": " + folder + " is no folder"
                  : ": the folder " + folder + " does not exist"));
    }
  }

  private static Path temporaryBeside(Path target) {
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return target.resolveSibling("." + target.getFileName() + "." + random + ".tmp");
  }

  /** Makes the new name itself last, where the system lets a folder be forced to the disk. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; there the move is as durable as the system makes it.
      LOG.log(Level.TRACE, "cannot force folder {0}: {1}", folder, e.getMessage());
    }
  }
}
