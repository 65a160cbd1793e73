package dev.nutshell.processor.door;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * How names of the language are written in Java and back: {@code kernel_init} is {@code
 * kernelInit}, {@code max_pool} is {@code MaxPool}. An underscore stays where no letter follows it,
 * and a name that Java reserves ends in one.
 */
final class ElementNames {
  private ElementNames() {}

  /** {@code kernel_init} → {@code kernelInit}. */
  static String element(String formal) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < formal.length(); i++) {
      char c = formal.charAt(i);
      boolean joins = c == '_' && i > 0 && i + 1 < formal.length() && isSmall(formal.charAt(i + 1));
      text.append(joins ? Character.toUpperCase(formal.charAt(++i)) : c);
    }
    return SourceVersion.isKeyword(text) ? text.append('_').toString() : text.toString();
  }

  /** {@code kernelInit} → {@code kernel_init}. */
  static String formal(String element) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < element.length(); i++) {
      char c = element.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        text.append('_').append(Character.toLowerCase(c));
      } else {
        text.append(c);
      }
    }
    int last = text.length() - 1;
    if (text.charAt(last) == '_' && SourceVersion.isKeyword(text.substring(0, last))) {
      text.setLength(last);
    }
    return text.toString();
  }

  /** {@code max_pool} → {@code MaxPool}. */
  static String type(String layer) {
    String element = element(layer);
    return Character.toUpperCase(element.charAt(0)) + element.substring(1);
  }

  /** {@code same} → {@code SAME}. */
  static String constant(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  /** {@code SAME} → {@code same}. */
  static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
