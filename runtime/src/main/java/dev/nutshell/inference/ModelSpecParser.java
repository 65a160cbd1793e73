package dev.nutshell.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text form of a {@link ModelSpec}, line by line. */
final class ModelSpecParser {

  private static final String SCALAR = "-";
  private static final String REPEAT = "repeat ";
  private static final String END = "end";
  private static final Pattern FIRST_NUMBER = Pattern.compile("\\{(\\d+)}");

  private final List<Line> lines;

  private String name;
  private Precision precision;
  private String libraryVersion = "";
  private String fingerprint;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<EntryLines> entries = new ArrayList<>();
  private final List<VariableSpec> variables = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private long offset;

  ModelSpecParser(String text) {
    this.lines = written(text.split("\n", -1));
  }

  /**
   * A line of the text, as often as it counts.
   *
   * @param number its number in the text, from 1
   */
  private record Line(int number, String text) {}

  /** The lines with every repetition written out. */
  private static List<Line> written(String[] text) {
    List<Line> written = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i < text.length; i++) {
      String line = text[i].strip();
      if (line.startsWith(REPEAT)) {
        begin = i;
      } else if (line.equals(END) && begin >= 0) {
        int times = Integer.parseInt(text[begin].strip().substring(REPEAT.length()));
        for (int time = 0; time < times; time++) {
          for (int inner = begin + 1; inner < i; inner++) {
            written.add(new Line(inner + 1, numbered(text[inner].strip(), time)));
          }
        }
        begin = -1;
      } else if (begin < 0) {
        written.add(new Line(i + 1, line));
      }
    }
    return written;
  }

  private static String numbered(String line, int time) {
    return FIRST_NUMBER
        .matcher(line)
        .replaceAll(first -> Integer.toString(Integer.parseInt(first.group(1)) + time));
  }

  ModelSpec parse() {
    for (Line line : lines) {
      try {
        item(line.text());
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "model text, line " + line.number() + ": " + e.getMessage(), e);
      }
    }
    if (name == null || fingerprint == null) {
      throw new IllegalArgumentException("model text: no model line or no fingerprint line");
    }
    return new ModelSpec(
        name,
        precision,
        fingerprint,
        libraryVersion,
        Collections.unmodifiableMap(sources),
        entries.stream().map(EntryLines::toSpec).toList(),
        variables);
  }

  private void item(String line) {
    String[] words = line.split(" +", 4);
    switch (words[0]) {
      case "" -> {}
      case "model" -> {
        name = word(words, 1);
        precision = constant(Precision.class, word(words, 2));
      }
      case "library" -> libraryVersion = word(words, 1);
      case "fingerprint" -> fingerprint = word(words, 1);
      case "source" -> source(line.substring("source".length()).strip());
      case "entry" -> entries.add(new EntryLines(word(words, 1)));
      case "input" -> entry().inputs.add(tensor(words));
      case "target" -> entry().targets.add(tensor(words));
      case "output" -> entry().outputs.add(tensor(words));
      case "loss" -> entry().losses.add(word(words, 1));
      case "metric" -> entry().metrics.add(metric(words));
      case "parameter" -> variable(VariableSpec.Kind.PARAMETER, words);
      case "state" -> variable(VariableSpec.Kind.STATE, words);
      default -> throw new IllegalArgumentException("unknown item " + words[0]);
    }
  }

  private void source(String entry) {
    int equals = entry.lastIndexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("file=digest expected, " + entry + " found");
    }
    sources.put(entry.substring(0, equals), entry.substring(equals + 1));
  }

  private EntryLines entry() {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("before the first entry line");
    }
    return entries.get(entries.size() - 1);
  }

  private TensorSpec tensor(String[] words) {
    Element element = constant(Element.class, word(words, 2));
    return new TensorSpec(word(words, 1), element, axes(words, 3));
  }

  private TensorSpec metric(String[] words) {
    return new TensorSpec(word(words, 1), Element.REAL, axes(words, 2));
  }

  private List<Axis> axes(String[] words, int index) {
    List<Axis> axes = new ArrayList<>();
    if (words.length > index && !words[index].equals(SCALAR)) {
      for (String axis : words[index].split(",", -1)) {
        int bound = axis.indexOf("<=");
        axes.add(
            bound < 0
                ? new Axis("", extent(axis))
                : new Axis(axis.substring(0, bound), extent(axis.substring(bound + 2))));
      }
    }
    return axes;
  }

  private void variable(VariableSpec.Kind kind, String[] words) {
    String path = word(words, 1);
    if (!paths.add(path)) {
      throw new IllegalArgumentException("second variable " + path);
    }
    if (kind == VariableSpec.Kind.PARAMETER
        && !variables.isEmpty()
        && variables.get(variables.size() - 1).kind() == VariableSpec.Kind.STATE) {
      throw new IllegalArgumentException("parameter " + path + " after a state");
    }
    List<Integer> shape = new ArrayList<>();
    if (!word(words, 2).equals(SCALAR)) {
      for (String extent : words[2].split(",", -1)) {
        shape.add(extent(extent));
      }
    }
    int size = Shapes.size(shape);
    variables.add(new VariableSpec(path, kind, shape, word(words, 3), (int) offset, size));
    offset += size;
    if (offset > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("more variables than one array can hold");
    }
  }

  private int extent(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("extent expected, " + text + " found", e);
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String word) {
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " expected, " + word + " found", e);
    }
  }

  private String word(String[] words, int index) {
    if (index >= words.length) {
      throw new IllegalArgumentException(words[0] + " needs " + index + " words or more");
    }
    return words[index];
  }

  /** The lines of one entry point as they come in. */
  private static final class EntryLines {
    final String name;
    final List<TensorSpec> inputs = new ArrayList<>();
    final List<TensorSpec> targets = new ArrayList<>();
    final List<TensorSpec> outputs = new ArrayList<>();
    final List<String> losses = new ArrayList<>();
    final List<TensorSpec> metrics = new ArrayList<>();

    EntryLines(String name) {
      this.name = name;
    }

    EntrySpec toSpec() {
      return new EntrySpec(name, inputs, targets, outputs, losses, metrics);
    }
  }
}
