package dev.nutshell.processor.diagram;

import dev.nutshell.processor.diagram.Diagram.Arrow;
import dev.nutshell.processor.diagram.Diagram.Box;
import dev.nutshell.processor.diagram.Diagram.Item;
import dev.nutshell.processor.diagram.Diagram.Repeat;
import dev.nutshell.processor.diagram.Drawing.Place;
import dev.nutshell.processor.diagram.Drawing.Point;
import dev.nutshell.processor.diagram.Drawing.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Places a diagram in rows, in the manner of Sugiyama, Tagawa and Toda (1981): rows by longest
 * paths, bends where an arrow crosses a row, few crossings by barycenters, then places near those
 * of the neighbours.
 */
final class Layout {
  static final int FRAME = 16;
  static final int FRAME_TITLE = 22;

  private static final int SWEEPS = 8;
  private static final int ROW_GAP = 30;
  private static final int COLUMN_GAP = 26;
  private static final int PADDING = 14;
  private static final int LEAST_WIDTH = 110;
  private static final int PORT = 6;

  /** An item, or a bend of an arrow. */
  private static final class Vertex {
    final Item item;
    final Optional<Drawing> body;
    final double width;
    double height;
    final List<Vertex> above = new ArrayList<>();
    final List<Vertex> below = new ArrayList<>();
    int order;
    double x;
    double y;

    Vertex(Item item, Optional<Drawing> body, double width, double height) {
      this.item = item;
      this.body = body;
      this.width = width;
      this.height = height;
    }
  }

  private final List<List<Vertex>> rows = new ArrayList<>();
  private final Map<Arrow, List<Vertex>> ways = new LinkedHashMap<>();

  private Layout() {}

  static Drawing of(Diagram diagram) {
    Layout layout = new Layout();
    layout.build(diagram);
    layout.sortRows();
    layout.spread();
    return layout.drawing();
  }

  private void build(Diagram diagram) {
    Map<Item, Integer> ranks = Ranks.of(diagram);
    Map<Item, Vertex> vertices = new LinkedHashMap<>();
    for (Item item : diagram.items()) {
      Vertex vertex = vertex(item);
      vertices.put(item, vertex);
      put(vertex, ranks.get(item));
    }
    for (Arrow arrow : diagram.arrows()) {
      List<Vertex> way = new ArrayList<>();
      way.add(vertices.get(arrow.from()));
      for (int rank = ranks.get(arrow.from()) + 1; rank < ranks.get(arrow.to()); rank++) {
        Vertex bend = new Vertex(null, Optional.empty(), 0, 0);
        put(bend, rank);
        way.add(bend);
      }
      way.add(vertices.get(arrow.to()));
      for (int i = 1; i < way.size(); i++) {
        way.get(i - 1).below.add(way.get(i));
        way.get(i).above.add(way.get(i - 1));
      }
      ways.put(arrow, way);
    }
  }

  private void put(Vertex vertex, int rank) {
    while (rows.size() <= rank) {
      rows.add(new ArrayList<>());
    }
    vertex.order = rows.get(rank).size();
    rows.get(rank).add(vertex);
  }

  private static Vertex vertex(Item item) {
    if (item instanceof Box box) {
      List<String> lines = BoxText.of(box);
      double widest = lines.stream().mapToDouble(BoxText::width).max().orElse(0);
      return new Vertex(
          item,
          Optional.empty(),
          Math.max(LEAST_WIDTH, widest + 2 * PADDING),
          lines.size() * BoxText.LINE_HEIGHT + PADDING);
    }
    if (item instanceof Repeat repeat) {
      Drawing body = of(repeat.body());
      double title = BoxText.width(BoxText.of(repeat)) + 2 * PADDING;
      return new Vertex(
          item,
          Optional.of(body),
          Math.max(title, body.width() + 2 * FRAME),
          body.height() + FRAME_TITLE + FRAME);
    }
    return new Vertex(item, Optional.empty(), PORT, PORT);
  }

  private void sortRows() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < rows.size(); i++) {
        List<Vertex> row = rows.get(down ? i : rows.size() - 1 - i);
        Function<Vertex, List<Vertex>> neighbours = down ? each -> each.above : each -> each.below;
        // The sort is stable: ties keep their order, and so the picture is always the same.
        row.sort(Comparator.comparingDouble(each -> mean(each, neighbours, v -> v.order)));
        for (int place = 0; place < row.size(); place++) {
          row.get(place).order = place;
        }
      }
    }
  }

  /** The mean of what the neighbours have; what the vertex has itself if there are none. */
  private static double mean(
      Vertex vertex, Function<Vertex, List<Vertex>> neighbours, Function<Vertex, Number> number) {
    return neighbours.apply(vertex).stream()
        .mapToDouble(each -> number.apply(each).doubleValue())
        .average()
        .orElse(number.apply(vertex).doubleValue());
  }

  private void spread() {
    for (List<Vertex> row : rows) {
      settle(row, each -> 0.0);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      Function<Vertex, List<Vertex>> neighbours = down ? each -> each.above : each -> each.below;
      for (int i = 1; i < rows.size(); i++) {
        settle(rows.get(down ? i : rows.size() - 1 - i), each -> mean(each, neighbours, v -> v.x));
      }
    }
    double y = 0;
    for (List<Vertex> row : rows) {
      double height = row.stream().mapToDouble(each -> each.height).max().orElse(0);
      for (Vertex vertex : row) {
        if (vertex.item == null) {
          vertex.height = height;
        }
        vertex.y = y + (height - vertex.height) / 2;
      }
      y += height + ROW_GAP;
    }
  }

  private static void settle(List<Vertex> row, Function<Vertex, Double> wanted) {
    double[] places = new double[row.size()];
    double[] gaps = new double[row.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = wanted.apply(row.get(i));
      gaps[i] = i == 0 ? 0 : (row.get(i - 1).width + row.get(i).width) / 2 + COLUMN_GAP;
    }
    Spacing.solve(places, gaps);
    for (int i = 0; i < places.length; i++) {
      row.get(i).x = places[i];
    }
  }

  private Drawing drawing() {
    List<Vertex> all = rows.stream().flatMap(List::stream).toList();
    double left = all.stream().mapToDouble(each -> each.x - each.width / 2).min().orElse(0);
    double right = all.stream().mapToDouble(each -> each.x + each.width / 2).max().orElse(0);
    double bottom = all.stream().mapToDouble(each -> each.y + each.height).max().orElse(0);
    List<Place> places = new ArrayList<>();
    for (Vertex vertex : all) {
      if (vertex.item != null) {
        double x = vertex.x - vertex.width / 2 - left;
        places.add(new Place(vertex.item, x, vertex.y, vertex.width, vertex.height, vertex.body));
      }
    }
    List<Route> routes = new ArrayList<>();
    ways.forEach((arrow, way) -> routes.add(new Route(arrow, points(way, left))));
    return new Drawing(right - left, bottom, places, routes);
  }

  /**
   * From the lower edge of the first to the upper edge of the last, straight down through the rows
   * between them.
   */
  private static List<Point> points(List<Vertex> way, double left) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Vertex vertex = way.get(i);
      double x = vertex.x - left;
      if (i > 0) {
        points.add(new Point(x, vertex.y));
      }
      if (i < way.size() - 1) {
        points.add(new Point(x, vertex.y + vertex.height));
      }
    }
    return points;
  }
}
