package dev.nutshell.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a training that is to be resumed: a mark with the version, what the training is, its
 * state, and a checksum of all that.
 */
final class RunFile {

  /** {@code NUTRUN} and the version. */
  private static final long MARK = 0x4e555452554e0001L;

  private RunFile() {}

  /** Writes a state. */
  @FunctionalInterface
  interface Writer {
    void write(DataOutput out) throws IOException;
  }

  /** Reads what a {@link Writer} wrote. */
  @FunctionalInterface
  interface Reader {
    void read(DataInput in) throws IOException;
  }

  /** Writes a file, whole or not at all. */
  static void write(Path file, String setup, Writer state) throws IOException {
    AtomicFile.write(
        file,
        channel -> {
          CheckedOutputStream checked =
              new CheckedOutputStream(
                  new BufferedOutputStream(Channels.newOutputStream(channel)), new CRC32C());
          DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked));
          out.writeLong(MARK);
          out.writeUTF(setup);
          state.write(out);
          out.flush();
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is no such file, was damaged, or is of another training
   */
  static void read(Path file, String setup, Reader state) throws IOException {
    check(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.readLong();
      String found = in.readUTF();
      if (!found.equals(setup)) {
        throw new IOException(
            file + " is of another training:\n  " + found + "\nin place of\n  " + setup);
      }
      state.read(in);
    }
  }

  /** Reads it once before anything is changed. */
  private static void check(Path file) throws IOException {
    long rest = Files.size(file) - 2 * Long.BYTES;
    try (CheckedInputStream checked =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        DataInputStream in = new DataInputStream(checked)) {
      if (rest < 0 || in.readLong() != MARK) {
        throw new IOException(file + " is no backup of a training");
      }
      in.skipNBytes(rest);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException(file + " was damaged");
      }
    }
  }
}
