package dev.nutshell.inference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the JSON that weight files hold: objects, strings and lists of natural numbers. */
final class JsonScanner {

  /** Larger numbers are no exact JSON numbers everywhere. */
  private static final long LARGEST_NUMBER = 1L << 53;

  private static final int HEX_DIGITS = 4;

  private final String text;
  private int position;

  JsonScanner(byte[] utf8) throws MalformedException {
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8");
    }
  }

  /** JSON that is not as it has to be. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  /** Reads the value of one key of an object. */
  @FunctionalInterface
  interface Member {
    void read(String key) throws MalformedException;
  }

  /** Reads an object; a key that comes twice is an error. */
  void object(Member member) throws MalformedException {
    expect('{');
    if (accept('}')) {
      return;
    }
    Set<String> keys = new HashSet<>();
    do {
      String key = string();
      if (!keys.add(key)) {
        throw malformed("second key " + key);
      }
      expect(':');
      member.read(key);
    } while (accept(','));
    expect('}');
  }

  /** Reads a list of natural numbers. */
  void numbers(List<Long> numbers) throws MalformedException {
    expect('[');
    if (accept(']')) {
      return;
    }
    do {
      numbers.add(number());
    } while (accept(','));
    expect(']');
  }

  private long number() throws MalformedException {
    skipSpace();
    int start = position;
    long value = 0;
    while (position < text.length() && isDigit(text.charAt(position))) {
      value = 10 * value + (text.charAt(position) - '0');
      position++;
      if (value > LARGEST_NUMBER) {
        throw malformed("number too large");
      }
    }
    int digits = position - start;
    if (digits == 0 || (digits > 1 && text.charAt(start) == '0')) {
      throw malformed("natural number expected");
    }
    return value;
  }

  /** Reads a string. */
  String string() throws MalformedException {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw malformed("control character in a string");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  private char escaped() throws MalformedException {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
          int digit = Character.digit(next(), 16);
          if (digit < 0) {
            throw malformed("hex digit expected");
          }
          code = 16 * code + digit;
        }
        yield (char) code;
      }
      default -> throw malformed("unknown escape \\" + c);
    };
  }

  /** Checks that only white space is left. */
  void end() throws MalformedException {
    skipSpace();
    if (position < text.length()) {
      throw malformed("end expected");
    }
  }

  MalformedException malformed(String message) {
    return new MalformedException(message + " at character " + position);
  }

  private char next() throws MalformedException {
    if (position == text.length()) {
      throw malformed("unexpected end");
    }
    return text.charAt(position++);
  }

  private void expect(char c) throws MalformedException {
    if (!accept(c)) {
      throw malformed("'" + c + "' expected");
    }
  }

  private boolean accept(char c) {
    skipSpace();
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
