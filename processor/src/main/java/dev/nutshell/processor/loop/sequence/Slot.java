package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Place;

/**
 * A stretch of memory that holds one tensor after another. Temporaries get their offset when
 * storage is planned, by when they are first and last touched; all else has its offset from the
 * start.
 */
public final class Slot {
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
  public static Slot fixed(
      Area area, int port, ElementType type, int size, int offset, int rowStride) {
    return new Slot(area, port, type, size, 0, offset, rowStride);
  }

  public Area area() {
    return area;
  }

  public ElementType type() {
    return type;
  }

  public int size() {
    return size;
  }

  /** Elements behind the last that may be overwritten at will. */
  public int slack() {
    return slack;
  }

  /** The elements that no other slot may have while this one holds a value. */
  public int room() {
    return size + slack;
  }

  public int offset() {
    return offset;
  }

  public int rowStride() {
    return rowStride;
  }

  /** Whether the planner places it. */
  public boolean isTemporary() {
    return area.isPlanned();
  }

  public int first() {
    return first;
  }

  public int last() {
    return last;
  }

  /** Holds a value at least from {@code from} to {@code to}. */
  public void live(int from, int to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  public void place(int offset) {
    this.offset = offset;
  }

  public void rowStride(int rowStride) {
    this.rowStride = rowStride;
  }

  public Place place() {
    return new Place(area, port, type, offset, rowStride);
  }
}
