package dev.nutshell.processor.diagram;

import java.util.List;

/**
 * What is drawn of an entry point.
 *
 * @param items boxes and repeats, in order of computation
 * @param arrows from what is read to what reads it; they form no cycle
 */
public record Diagram(List<Item> items, List<Arrow> arrows) {

  /** What arrows connect. */
  public sealed interface Item {
    /** Unique in the picture. */
    String id();
  }

  /** What a box stands for. */
  public enum Kind {
    INPUT,
    LAYER,
    VALUE,
    OUTPUT
  }

  /**
   * One tensor.
   *
   * @param title the path of a layer that has a name of its own or parameters, the name of another
   *     layer, or the name or formula of a value
   * @param layer the layer that computes it, or the formula; empty for inputs and outputs
   * @param shape without samples, such as {@code [8, 8, 16]}
   * @param parameters elements of the parameters and states that are its own
   */
  public record Box(String id, Kind kind, String title, String layer, String shape, long parameters)
      implements Item {}

  /**
   * Equal parts that follow each other, drawn once.
   *
   * @param parameters of all of them
   */
  public record Repeat(String id, String title, int times, long parameters, Diagram body)
      implements Item {}

  /** Where arrows enter or leave the frame of a repeat. */
  public record Port(String id, boolean isEntry) implements Item {}

  /** {@code to} reads {@code from}. */
  public record Arrow(Item from, Item to) {}

  public Diagram {
    items = List.copyOf(items);
    arrows = List.copyOf(arrows);
  }
}
