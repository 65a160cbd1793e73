package dev.nutshell.processor.frontend;

import dev.nutshell.grammar.tree.Declaration;
import dev.nutshell.processor.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Keras, PyTorch and scikit-learn call something, for suggestions to those who write it.
 * Layers and functions are known by the lines {@code Source:} of the library's documentation.
 */
final class OtherNames {
  /** {@code torch.nn.Dropout1d, 2d and 3d}; what follows {@code with} is a case of that. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\b(?:keras|keras_hub|torch|sklearn)(?:\\.\\w+)*\\.(\\w+)((?:(?:, | and )\\d[dD]\\b)*)"
              + "( with\\b)?");

  private static final Pattern DIMENSIONS = Pattern.compile("\\d[dD]");

  /** What arguments of Keras and PyTorch are called here. */
  private static final Map<String, List<String>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("alpha", List.of("negative_slope")),
          Map.entry("dilation_rate", List.of("dilation")),
          Map.entry("dim", List.of("axis")),
          Map.entry("embedding_dim", List.of("width")),
          Map.entry("eps", List.of("epsilon")),
          Map.entry("go_backwards", List.of("reverse")),
          Map.entry("hidden_size", List.of("units")),
          Map.entry("input_dim", List.of("vocabulary")),
          Map.entry("kernel_size", List.of("kernel", "window")),
          Map.entry("max_tokens", List.of("size")),
          Map.entry("num_bins", List.of("bins")),
          Map.entry("num_embeddings", List.of("vocabulary")),
          Map.entry("num_groups", List.of("groups")),
          Map.entry("num_heads", List.of("heads")),
          Map.entry("num_key_value_heads", List.of("kv_heads")),
          Map.entry("num_query_heads", List.of("heads")),
          Map.entry("num_tokens", List.of("classes")),
          Map.entry("out_channels", List.of("filters")),
          Map.entry("out_features", List.of("units")),
          Map.entry("output_dim", List.of("width")),
          Map.entry("p", List.of("rate")),
          Map.entry("pool_size", List.of("window")),
          Map.entry("use_bias", List.of("bias")));

  private OtherNames() {}

  /** A name elsewhere and the name here; {@code exact} unless it stands for a case of that. */
  private record Named(String theirs, String ours, boolean exact) {}

  /** The layer or function of the library that has this name elsewhere, best in this very case. */
  static Optional<String> function(String name) {
    List<Named> all = new ArrayList<>();
    for (Declaration declaration : Library.declarations().values()) {
      Matcher source = SOURCE.matcher(declaration.documentation().replaceAll("\\s+", " "));
      while (source.find()) {
        boolean exact = source.group(3) == null;
        for (String theirs : names(source.group(1), source.group(2))) {
          all.add(new Named(theirs, declaration.name().text(), exact));
        }
      }
    }
    return all.stream()
        .filter(each -> key(each.theirs()).equals(key(name)))
        .min(
            Comparator.comparing((Named each) -> !each.theirs().equals(name))
                .thenComparing(each -> !each.exact()))
        .map(Named::ours);
  }

  /** {@code Dropout1d} and {@code , 2d and 3d} are three names. */
  private static List<String> names(String first, String others) {
    List<String> names = new ArrayList<>(List.of(first));
    Matcher other = DIMENSIONS.matcher(others);
    while (other.find()) {
      names.add(first.substring(0, first.length() - other.group().length()) + other.group());
    }
    return names;
  }

  /** Which formal is the argument of this name elsewhere, or has nearly this name. */
  static String argumentHint(String name, Collection<String> formals) {
    if (name.equals("activation")) {
      return "; an activation is a stage of its own, as in |> relu";
    }
    List<String> here = ARGUMENTS.getOrDefault(name, List.of(name.replace("initializer", "init")));
    Optional<String> renamed = here.stream().filter(formals::contains).findFirst();
    return Expressions.didYouMean(renamed.or(() -> Suggestion.closest(name, formals)));
  }

  /** {@code MaxPool2d} and {@code max_pool2d} are one name. */
  private static String key(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
