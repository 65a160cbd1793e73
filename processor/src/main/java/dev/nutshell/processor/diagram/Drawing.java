package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Arrow;
import dev.nutshell.processor.diagram.Diagram.Item;
import java.util.List;
import java.util.Optional;

/**
 * Where everything stands, in pixels from the upper left corner.
 *
 * @param places all items; those in a repeat are in its own drawing
 */
record Drawing(double width, double height, List<Place> places, List<Route> routes) {

  /**
   * Where an item stands.
   *
   * @param body what is inside of the frame of a repeat, whose upper left corner is {@code (x, y)}
   */
  record Place(
      Item item, double x, double y, double width, double height, Optional<Drawing> body) {}

  /**
   * The way of an arrow, downwards: an even number of points, where it leaves a row and where it
   * meets the next.
   */
  record Route(Arrow arrow, List<Point> points) {}

  /** A place. */
  record Point(double x, double y) {}

  Drawing {
    places = List.copyOf(places);
    routes = List.copyOf(routes);
  }
}
