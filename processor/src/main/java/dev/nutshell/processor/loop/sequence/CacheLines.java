package dev.nutshell.processor.loop.sequence;

import dev.nutshell.grammar.tree.Declaration.Precision;
import dev.nutshell.processor.graph.ElementType;

/**
 * Where in an array lines of the cache begin, if the array itself begins as large ones do: at a
 * line, with a header of 16 bytes. A vector that crosses lines costs up to twice as much.
 *
 * @param unit elements of a line
 * @param first the first element that begins a line
 */
public record CacheLines(int unit, int first) {
  public static CacheLines of(Precision precision) {
    return precision == Precision.FLOAT ? new CacheLines(16, 12) : new CacheLines(8, 6);
  }

  /** The lowest offset for a slot from {@code offset} on: what fills a line begins one. */
  public int align(Slot slot, int offset) {
    return slot.type() == ElementType.REAL && slot.size() >= unit
        ? offset + Math.floorMod(first - offset, unit)
        : offset;
  }

  /** The distance of rows: so that all begin alike, if they are as long as a line. */
  public int rowOf(ElementType type, int size) {
    return type == ElementType.REAL && size >= unit
        ? Math.addExact(size, Math.floorMod(-size, unit))
        : size;
  }
}
