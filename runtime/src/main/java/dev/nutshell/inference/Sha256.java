package dev.nutshell.inference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of weights and of files. */
final class Sha256 {

  private static final int BUFFER_BYTES = 1 << 16;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Weights weights) {
    MessageDigest digest = digest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    boolean single = weights.spec().precision() == Precision.FLOAT;
    int size = weights.spec().size();
    for (int i = 0; i < size; i++) {
      if (single) {
        buffer.putFloat(weights.floats()[i]);
      } else {
        buffer.putDouble(weights.doubles()[i]);
      }
      if (!buffer.hasRemaining()) {
        digest.update(buffer.array());
        buffer.clear();
      }
    }
    digest.update(buffer.array(), 0, buffer.position());
    return hex(digest);
  }
}
