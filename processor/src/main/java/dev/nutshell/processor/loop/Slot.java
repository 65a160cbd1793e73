package dev.nutshell.processor.loop;

import dev.nutshell.processor.graph.ElementType;

/**
 * A stretch of memory that holds one tensor after another. Temporaries get their offset from the
 * {@link StoragePlanner}, by when they are first and last touched; all else has its offset from the
 * start.
 */
final class Slot {
  private final Area area;
  private final int port;
  private final ElementType type;
  private final int size;
  private final int slack;
  private int offset;
  private int rowStride;
  private int first = Integer.MAX_VALUE;
  private int last = -1;

  private Slot(
      Area area, int port, ElementType type, int size, int slack, int offset, int rowStride) {
    this.area = area;
    this.port = port;
    this.type = type;
    this.size = size;
    this.slack = slack;
    this.offset = offset;
    this.rowStride = rowStride;
  }

  /** A temporary of {@code size} elements (of a row, in areas that have rows), to be placed. */
  static Slot temporary(Area area, ElementType type, int size) {
    return temporary(area, type, size, 0);
  }

  /**
   * A temporary to be placed.
   *
   * @param slack elements behind the last that may be overwritten at will
   */
  static Slot temporary(Area area, ElementType type, int size, int slack) {
    return new Slot(area, 0, type, size, slack, 0, 0);
  }

  /** Memory whose place is given. */
  static Slot fixed(Area area, int port, ElementType type, int size, int offset, int rowStride) {
    return new Slot(area, port, type, size, 0, offset, rowStride);
  }

  Area area() {
    return area;
  }

  ElementType type() {
    return type;
  }

  int size() {
    return size;
  }

  /** Elements behind the last that may be overwritten at will. */
  int slack() {
    return slack;
  }

  /** The elements that no other slot may have while this one holds a value. */
  int room() {
    return size + slack;
  }

  int offset() {
    return offset;
  }

  int rowStride() {
    return rowStride;
  }

  /** Whether the planner places it. */
  boolean isTemporary() {
    return area.isPlanned();
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** Holds a value at least from {@code from} to {@code to}. */
  void live(int from, int to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  void place(int offset) {
    this.offset = offset;
  }

  void rowStride(int rowStride) {
    this.rowStride = rowStride;
  }

  Place place() {
    return new Place(area, port, type, offset, rowStride);
  }
}
