package dev.nutshell.processor.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small networks of what prepares columns of numbers and codes, before a trained layer. */
final class LibraryPreprocessing {
  private static final Map<String, String> TEXTS = new LinkedHashMap<>();

  static {
    put("standardize", "x: float[2, 4]", "x |> standardize");
    put(
        "standardize and back",
        "x: float[2, 4]",
        """
        shared scale = standardize
          q = scale(scale(x) |> dense(4), invert: true)\
        """);
    put("normalize", "x: float[2, 4]", "x |> normalize");
    put("rescale", "x: float[2, 4]", "x |> rescale(0.5, offset: 0.25)");
    put("impute", "x: float[2, 4]", "impute(x, value: 1, strategy: constant) + impute(sqrt(x))");
    put("is_missing", "x: float[2, 4]", "float(is_missing(log(x)))");
    put("impute by the median", "x: float[2, 4]", "x |> impute(strategy: median)");
    put("discretize", "x: float[2, 4]", "float(x |> discretize(3))");
    put("discretize_at", "x: float[2, 4]", "float(discretize_at(x, (-0.5, 0.0, 0.5)))");
    put("category", "k: int[4]", "k |> category(3) |> one_hot(4)");
    put("lookup", "k: int[4]", "k |> lookup((3, 1, 0)) |> one_hot(4)");
    put("multi_hot", "k: int[4]", "multi_hot(k, 2) + multi_hot(k, 2, counts: true)");
    put("vocabulary", "k: int[4]", "k |> vocabulary(3) |> one_hot(4)");
  }

  private LibraryPreprocessing() {}

  /** Texts of models in double precision, by what they show. */
  static Map<String, String> texts() {
    return TEXTS;
  }

  private static void put(String name, String input, String features) {
    String first = features.contains("shared") ? features : "q = " + features;
    TEXTS.put(
        name,
        """
        model Network(): double {
          input %s
          target y: float[3]
          %s
          scores = q |> flatten |> dense(3)
          output scores
          loss mean_squared_error(scores, y)
        }
        """
            .formatted(input, first));
  }
}
