package dev.nutshell.report;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Curves over epochs, as SVG within the page. */
final class LineChart {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 240;
  private static final double LEFT = 56;
  private static final double RIGHT = 14;
  private static final double TOP = 10;
  private static final double BOTTOM = 34;

  /** With more epochs than that there is no dot for each. */
  private static final int MOST_DOTS = 60;

  private static final int EPOCH_TICKS = 8;

  private LineChart() {}

  /** Writes the curves of one measure, which share their axes. */
  static void write(Markup page, String measure, List<Curve> curves) {
    double[] finite =
        curves.stream()
            .flatMap(curve -> curve.values().stream())
            .mapToDouble(value -> value)
            .filter(Double::isFinite)
            .toArray();
    page.open("figure");
    page.element("figcaption", measure);
    if (finite.length == 0) {
      page.element("p", "No epoch has a finite value.", "class", "note").close();
      return;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : finite) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    Scale scale = Scale.of(least, most);
    int first = curves.get(0).epochs().get(0);
    int last = Math.max(first + 1, curves.get(0).epochs().get(curves.get(0).epochs().size() - 1));
    DoubleUnaryOperator x =
        epoch -> LEFT + (epoch - first) / (last - first) * (WIDTH - LEFT - RIGHT);
    DoubleUnaryOperator y = value -> HEIGHT - BOTTOM - scale.place(value) * (HEIGHT - TOP - BOTTOM);
    page.open("svg", "viewBox", "0 0 440 240", "role", "img", "aria-label", measure);
    axes(page, scale, first, last, x, y);
    curves.forEach(curve -> curve(page, measure, curve, x, y));
    page.close().close();
  }

  private static void axes(
      Markup page, Scale scale, int first, int last, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    for (double tick : scale.ticks()) {
      double at = y.applyAsDouble(tick);
      page.empty("line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", at, "y2", at);
      page.element("text", scale.label(tick), "class", "tick right", "x", LEFT - 7, "y", at + 4);
    }
    int step = (int) Math.max(1, Math.ceil((last - first) / (double) EPOCH_TICKS));
    for (int epoch = first; epoch <= last; epoch += step) {
      page.element(
          "text",
          Integer.toString(epoch),
          "class",
          "tick middle",
          "x",
          x.applyAsDouble(epoch),
          "y",
          HEIGHT - BOTTOM + 16);
    }
    page.element("text", "epoch", "class", "tick right", "x", WIDTH - RIGHT, "y", HEIGHT - 3);
  }

  private static void curve(
      Markup page, String measure, Curve curve, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < curve.values().size(); i++) {
      double value = curve.values().get(i);
      if (!Double.isFinite(value)) {
        pen = false;
        continue;
      }
      path.append(pen ? " L" : " M")
          .append(Numbers.pixels(x.applyAsDouble(curve.epochs().get(i))))
          .append(' ')
          .append(Numbers.pixels(y.applyAsDouble(value)));
      pen = true;
    }
    page.empty("path", "class", "curve " + curve.name(), "d", path.toString().strip());
    if (curve.values().size() > MOST_DOTS) {
      return;
    }
    for (int i = 0; i < curve.values().size(); i++) {
      double value = curve.values().get(i);
      if (Double.isFinite(value)) {
        double at = x.applyAsDouble(curve.epochs().get(i));
        page.open("circle", "class", "dot " + curve.name(), "cx", at);
        page.attribute("cy", y.applyAsDouble(value)).attribute("r", 3.0);
        page.element(
            "title",
            String.format(
                Locale.ROOT,
                "%s of %s, epoch %d: %s",
                measure,
                curve.name(),
                curve.epochs().get(i),
                Numbers.value(value)));
        page.close();
      }
    }
  }
}
